package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallbackIT {

    private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/told", this::receive);
        server.start();
    }

    @AfterEach
    void stopListening() {
        server.stop(0);
    }

    @Test
    void tellsTheResultOnceInBase64() {
        try (var judge = RunningJudge.start()) {
            submit(judge, "http://127.0.0.1:" + server.getAddress().getPort() + "/told?id=1");
            await().atMost(30, TimeUnit.SECONDS).until(() -> !received.isEmpty());
            var result = received.element();
            assertThat(result.propertyNames())
                    .containsExactly(
                            "stdout", "time", "memory", "stderr", "token", "compile_output", "message", "status");
            assertThat(RunningJudge.bytes(result.get("stdout"))).containsExactly(0xff);
            judge.run(46, "echo later");
            assertThat(received).as("an answer of 500 ends it too").hasSize(1);
        }
    }

    @Test
    void doesNotMindAnAddressThatMakesNoSense() throws IOException {
        int closed;
        try (var port = new ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        try (var judge = RunningJudge.start()) {
            submit(judge, "not an address");
            submit(judge, "/relative");
            submit(judge, "http://127.0.0.1:" + closed + "/");
            assertThat(judge.run(46, "echo fine").get("status_id").asInt()).isEqualTo(3);
        }
    }

    private static void submit(RunningJudge judge, String callback) {
        var body = Map.of("language_id", 46, "source_code", "printf '\\377'", "callback_url", callback);
        assertThat(judge.post("/submissions", body).statusCode()).isEqualTo(201);
    }

    private void receive(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            received.add(RunningJudge.JSON.readTree(exchange.getRequestBody().readAllBytes()));
        }
        exchange.sendResponseHeaders(500, -1);
        exchange.close();
    }
}
