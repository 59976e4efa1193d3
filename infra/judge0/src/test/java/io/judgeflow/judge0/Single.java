package io.judgeflow.judge0;

import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** One fake whose programs end at once, and a client of it. */
final class Single implements AutoCloseable {

    final FakeJudge0 fake = FakeJudge0.start(Setup.standard().withRunTime(Duration.ZERO));
    final Judge0 judge0 = Fleet.plain(fake);

    Report.Finished run(String source) {
        return (Report.Finished) ask(submit(source)).getFirst();
    }

    List<String> submit(String... sources) {
        return Objects.requireNonNull(judge0.submit(Fleet.runs(sources)).block(Fleet.WAIT)).stream()
                .map(submitted -> ((Submitted.Issued) submitted).token())
                .toList();
    }

    List<Report> ask(List<String> tokens) {
        return Objects.requireNonNull(judge0.ask(tokens).block(Fleet.WAIT));
    }

    @Override
    public void close() {
        fake.close();
    }
}
