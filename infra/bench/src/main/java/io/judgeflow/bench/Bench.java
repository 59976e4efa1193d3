package io.judgeflow.bench;

import io.judgeflow.bench.fanout.SseFanout;
import io.judgeflow.bench.flow.Burst;
import io.judgeflow.bench.flow.EndToEnd;
import io.judgeflow.bench.flow.Failover;
import io.judgeflow.bench.flow.Overhead;
import io.judgeflow.bench.fuzz.Fuzz;
import io.judgeflow.bench.latency.ScorerLatency;
import io.judgeflow.bench.micro.Micro;
import io.judgeflow.bench.monkey.Monkey;
import io.judgeflow.bench.pending.PendingMillion;
import io.judgeflow.bench.post.Post;
import io.judgeflow.bench.sink.SinkSpeed;
import io.judgeflow.bench.soak.Soak;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of all measurements. */
@Command(
        name = "infra/bench/run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SCENARIO",
        description = "Measures, on this machine, with a real broker and a real database of its own.",
        subcommands = {
            Post.class,
            EndToEnd.class,
            Overhead.class,
            Burst.class,
            Failover.class,
            SseFanout.class,
            PendingMillion.class,
            ScorerLatency.class,
            SinkSpeed.class,
            Monkey.class,
            Fuzz.class,
            Soak.class,
            Micro.class
        })
public final class Bench {

    private Bench() {}

    /** Ends with status 1 when a scenario found something wrong. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace();
                    return 1;
                })
                .execute(words.length == 0 ? new String[] {"--help"} : words));
    }
}
