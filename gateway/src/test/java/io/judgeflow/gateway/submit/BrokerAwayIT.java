package io.judgeflow.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.RealGateway;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that goes away and comes back. */
class BrokerAwayIT {

    private static final int WAITING = 50;
    private static final int FLOOD = 200;
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private final int port = LoopbackPort.claim(LoopbackPort.ANY, "Kafka");
    private KafkaBroker broker;
    private RealGateway gateway;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(data, port, LoopbackPort.ANY);
        gateway = RealGateway.on(
                broker.bootstrapServers(),
                "judgeflow.gateway.intake.patience=2s",
                "judgeflow.gateway.intake.waiting=" + WAITING);
    }

    @AfterEach
    void stop() {
        gateway.close();
        broker.close();
    }

    @Test
    void whatCannotBeStoredIsRefusedInTimeAndTakenAgainOnceItCan() {
        var taken = submit().join();
        assertThat(taken.statusCode()).isEqualTo(202);
        broker.close();

        var flood = Stream.generate(this::submit).limit(FLOOD).toList();
        assertThat(flood)
                .allSatisfy(answer -> assertThat(answer).succeedsWithin(BOUND).satisfies(BrokerAwayIT::asksToComeBack));

        var known = taken.headers().firstValue("Location").orElseThrow();
        assertThat(gateway.get(known).statusCode()).as("of a job that it knows").isEqualTo(200);
        assertThat(gateway.get("/").statusCode()).isEqualTo(200);

        broker = KafkaBroker.start(data, port, LoopbackPort.ANY);
        await().atMost(Duration.ofMinutes(1)).until(() -> submit().join().statusCode() == 202);
    }

    private static void asksToComeBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.body()).contains("\"status\":503");
    }

    private CompletableFuture<HttpResponse<String>> submit() {
        return gateway.submit("/api/execute", "{\"lang\": \"71\", \"code\": \"print(1)\"}");
    }
}
