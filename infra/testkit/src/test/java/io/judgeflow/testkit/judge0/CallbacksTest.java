package io.judgeflow.testkit.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class CallbacksTest {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final FakeJudge0 fake = FakeJudge0.start();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final DisposableServer receiver = receiver();
    private final String url = "http://127.0.0.1:" + receiver.port() + "/cb";

    @AfterEach
    void close() {
        fake.close();
        receiver.disposeNow();
    }

    @Test
    void comeAsOftenAsTheProgramSays() throws Exception {
        var token = submit("#judge: callback=2 run=5ms\necho hi");

        var first = next();
        assertThat(first).contains(token).contains("\"stdout\":\"aGkK\\n\"").contains("Accepted");
        assertThat(next()).isEqualTo(first);
    }

    @Test
    void comeAgainWhenATestWantsThemTo() throws Exception {
        var token = submit("echo hi");
        var first = next();

        assertThat(fake.repeatCallback(url, token).block(WAIT)).isEqualTo(500);

        assertThat(next()).isEqualTo(first);
    }

    @Test
    void mayBeForged() throws Exception {
        fake.sendCallback(url, FakeJudge0.forgedCallback("none", 3)).block(WAIT);

        assertThat(next()).contains("\"token\":\"none\"", "\"id\":3");
    }

    private String next() throws InterruptedException {
        return String.valueOf(received.poll(WAIT.toSeconds(), TimeUnit.SECONDS));
    }

    private String submit(String source) throws Exception {
        return new Client(fake).submit(source, Map.of("callback_url", url));
    }

    private DisposableServer receiver() {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .doOnNext(received::add)
                        // Judge0 does not care what it is told.
                        .then(response.status(500).send()))
                .bindNow();
    }
}
