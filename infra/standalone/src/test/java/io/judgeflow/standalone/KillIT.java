package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.gateway.GatewayClient;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.VersionsRise;
import io.judgeflow.testkit.guarantee.Witness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything dies at once, broker and database included, and comes back. */
class KillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void endsEveryJobOnceThoughTheWholeJvmIsKilledWithAHundredInFlight() throws Exception {
        var jobs = new ArrayList<String>();
        try (var stack = StackProcess.startAll(directory).awaitReady();
                var gateway = new GatewayClient(URI.create(stack.playground()))) {
            submitAHundred(gateway).forEach(jobs::add);
            stack.kill();
        }
        try (var stack = StackProcess.startAll(directory).awaitReady();
                var gateway = new GatewayClient(URI.create(stack.playground()))) {
            var once = new EveryJobEndsOnce();
            var rise = new VersionsRise();
            jobs.forEach(once::accepted);
            new Witness(stack.kafka(), "judgeflow").tell(List.of(once, rise), once::complete, PATIENCE);
            once.verify();
            rise.verify();
            for (int i = 0; i < jobs.size(); i++) {
                assertThat(gateway.end(jobs.get(i)).get("stdout").asString()).isEqualTo(i + "\n");
            }
            try (var table = new Table(stack.database(directory))) {
                jobs.forEach(job -> table.agreesWith(once.end(job)));
            }
            stack.interrupt();
            assertThat(stack.status(15)).isEqualTo(143);
        }
    }

    private static Stream<String> submitAHundred(GatewayClient gateway) {
        return IntStream.range(0, 100)
                .mapToObj(i -> gateway.execute(Map.of("lang", "bash", "code", "sleep 0.2; echo " + i)))
                .toList()
                .stream()
                .map(CompletableFuture::join);
    }
}
