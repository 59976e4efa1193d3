package io.judgeflow.bench.system;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simulated instances, tried in this order. */
public record Judges(List<FakeJudge0> instances) implements AutoCloseable {

    /** Starts so many. */
    public static Judges start(int number) {
        return new Judges(Stream.generate(FakeJudge0::start).limit(number).toList());
    }

    /** As JUDGE0_URLS. */
    public String urls() {
        return instances.stream().map(judge -> judge.url().toString()).collect(Collectors.joining(","));
    }

    /** When a program's run ended; null when none of them had it. */
    public @Nullable Instant ends(String program) {
        return instances.stream()
                .map(judge -> judge.ends(program))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Requests that hand programs over or ask about them, so far. */
    public long requests() {
        return instances.stream()
                .mapToLong(judge -> Stream.of(Call.SUBMIT, Call.SUBMIT_BATCH, Call.ASK, Call.ASK_BATCH)
                        .mapToLong(judge::requests)
                        .sum())
                .sum();
    }

    /** Programs run so far. */
    public long executed() {
        return instances.stream().mapToLong(FakeJudge0::executed).sum();
    }

    @Override
    public void close() {
        instances.forEach(FakeJudge0::close);
    }
}
