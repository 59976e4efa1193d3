package io.judgeflow.scorer.scoring;

import io.judgeflow.bench.micro.Samples;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A job from its submission to its end, every state on the way; beside points that are only added up. */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldBenchmark {

    /** Of the job. */
    @Param({"1", "20"})
    public int tests;

    private @Nullable JobSubmitted job;
    private final List<Progress> facts = new ArrayList<>();

    /** Once for each. */
    @Setup
    public void prepare() {
        job = Samples.job(tests);
        facts.clear();
        facts.add(Samples.dispatched(tests));
        IntStream.range(0, tests).mapToObj(Samples::judged).forEach(facts::add);
    }

    @Benchmark
    public JobState fold() {
        var offset = 0;
        var state =
                JobState.NOTHING.submitted(Objects.requireNonNull(job), offset).state();
        for (var fact : facts) {
            state = state.learned(fact, offset++).state();
        }
        if (!state.ended()) {
            throw new IllegalStateException("still " + Status.RUNNING);
        }
        return state;
    }

    @Benchmark
    public double baselineSum() {
        var points = 0.0;
        var weights = 0.0;
        for (var fact : facts) {
            if (fact instanceof Progress.Judged judged) {
                var weight =
                        Objects.requireNonNull(job).tests().get(judged.test()).weight();
                points += weight * job.scoring().points().accepted();
                weights += weight;
            }
        }
        return points / weights;
    }
}
