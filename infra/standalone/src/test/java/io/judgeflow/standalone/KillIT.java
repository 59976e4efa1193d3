package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.gateway.GatewayClient;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.VersionsRise;
import io.judgeflow.testkit.guarantee.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
                var gateway = stack.client()) {
            jobs.addAll(submitAHundred(gateway));
            stack.kill();
        }
        try (var stack = StackProcess.startAll(directory).awaitReady();
                var gateway = stack.client()) {
            var ends = ends(jobs, stack);
            for (int i = 0; i < jobs.size(); i++) {
                var stdout = gateway.end(jobs.get(i)).get("stdout").asString();
                assertThat(stdout).isEqualTo(i + "\n");
            }
            try (var table = new Table(stack.database(directory))) {
                jobs.forEach(job -> table.agreesWith(ends.end(job)));
            }
            stack.end();
        }
    }

    private static List<String> submitAHundred(GatewayClient gateway) {
        var requests = IntStream.range(0, 100)
                .mapToObj(i -> gateway.execute(Map.of("lang", "bash", "code", "sleep 0.2; echo " + i)))
                .toList();
        return requests.stream().map(CompletableFuture::join).toList();
    }

    private static EveryJobEndsOnce ends(List<String> jobs, StackProcess stack) throws IOException {
        var once = new EveryJobEndsOnce();
        var rise = new VersionsRise();
        jobs.forEach(once::accepted);
        new Witness(stack.kafka(), "judgeflow").tell(List.of(once, rise), once::complete, PATIENCE);
        once.verify();
        rise.verify();
        return once;
    }
}
