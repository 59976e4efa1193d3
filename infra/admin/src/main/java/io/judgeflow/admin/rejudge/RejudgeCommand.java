package io.judgeflow.admin.rejudge;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.admin.command.Exit;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Submits jobs anew as new jobs, each once however often the run is repeated. */
@Command(
        name = "rejudge",
        description =
                "Judges jobs anew, as new jobs that say in rejudgeOf which one they stand for: how a job has ended"
                        + " never changes. A run that was interrupted is repeated under its name, with the same options, and"
                        + " submits the rest.")
public final class RejudgeCommand implements Callable<Integer> {

    @Mixin
    private Selection selection = new Selection();

    @Option(
            names = "--tests",
            paramLabel = "FILE",
            description =
                    "Instead of the tests that they were submitted with: a list as in POST /api/execute. Wants one"
                            + " --problem.")
    private @Nullable Path tests;

    @Option(
            names = "--as-problem",
            paramLabel = "ID",
            description = "What the new jobs are answers to: a leaderboard of their own. (the same problem, whose"
                    + " leaderboard keeps the best of old and new)")
    private @Nullable ProblemId asProblem;

    @Option(names = "--run", paramLabel = "NAME", description = "The name of the run. (the present time)")
    private @Nullable String run;

    @Option(names = "--rate", paramLabel = "N/s", defaultValue = "50/s", description = "Jobs per second (50/s).")
    private String rate = "";

    @Option(names = "--dry-run", description = "Only say how many there are.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var pace = usage(() -> Pace.read(rate));
        var name = usage(() -> new RunName(
                run == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS).toString() : run));
        if (tests != null && selection.problems().size() != 1) {
            throw new ParameterException(spec.commandLine(), "--tests are those of one --problem");
        }
        var corrected = tests == null ? null : CorrectedTests.read(tests);
        spec.commandLine().getErr().println("run " + name.text());
        var tally = new Tally(spec.commandLine().getErr(), dryRun);
        try (var brokers = Brokers.open()) {
            run(brokers, name, corrected, pace, tally);
        }
        spec.commandLine().getOut().println("run " + name.text() + ": " + tally.sentence());
        return Exit.DONE.code();
    }

    private void run(Brokers brokers, RunName name, @Nullable List<TestCase> corrected, Pace pace, Tally tally) {
        var jobs = brokers.scan().stretch(Topics.SUBMISSIONS, selection.since(), selection.until());
        var log = new LogOfRun(brokers, selection.since());
        var before = log.submittedBy(name);
        var ended = selection.verdicts().isEmpty() ? null : log.endedAs(selection.verdicts());
        jobs.each(record -> LogOfRun.read(Topics.SUBMISSIONS, record)
                .filter(selection::takes)
                .filter(job -> ended == null || ended.contains(job.jobId()))
                .ifPresent(job -> {
                    if (before.add(name.idOf(job.jobId()))) {
                        submit(brokers, anew(job, name, corrected), pace);
                        tally.submitted();
                    } else {
                        tally.before();
                    }
                }));
    }

    private JobSubmitted anew(JobSubmitted job, RunName name, @Nullable List<TestCase> corrected) {
        return job.anew(
                name.idOf(job.jobId()),
                corrected == null ? job.tests() : corrected,
                asProblem == null ? job.problem() : asProblem,
                Instant.now());
    }

    private void submit(Brokers brokers, JobSubmitted job, Pace pace) {
        if (!dryRun) {
            pace.awaitTurn();
            brokers.await(brokers.events().publish(Topics.SUBMISSIONS, job.jobId(), job));
        }
    }

    private <T> T usage(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
