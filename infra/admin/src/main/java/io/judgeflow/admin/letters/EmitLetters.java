package io.judgeflow.admin.letters;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.admin.command.Exit;
import io.judgeflow.admin.command.Line;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import io.judgeflow.kafka.scan.Stretch;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts letters back where they came from, each at most once however often it is asked to. */
@Command(
        name = "emit",
        description = "Puts dead letters back on the topics that they came from, as they were, once what stood in their"
                + " way is mended. Each goes back once: one that dies again is a new letter. Only submissions, deferred"
                + " submissions, pending tokens and verdicts go back.")
final class EmitLetters implements Callable<Integer> {

    @Mixin
    private Choice choice = new Choice();

    @Option(names = "--all", description = "All of them; else at least one of the options above.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (all == choice.made()) {
            throw new ParameterException(spec.commandLine(), "Say which letters, or --all");
        }
        try (var brokers = Brokers.open()) {
            var letters = choice.stretch(brokers);
            var past = past(letters, brokers);
            var tally = new Tally();
            choice.each(letters, brokers.prefix(), letter -> emit(letter, past, brokers, tally));
            spec.commandLine().getOut().println(tally.sentence(dryRun));
            return (tally.refused == 0 ? Exit.DONE : Exit.INCOMPLETE).code();
        }
    }

    private Past past(Stretch letters, Brokers brokers) {
        var topics = new HashSet<Topic<?, ?>>();
        var jobs = new HashSet<JobId>();
        var oldest = new Instant[] {Instant.MAX};
        choice.each(letters, brokers.prefix(), letter -> {
            oldest[0] = letter.at().isBefore(oldest[0]) ? letter.at() : oldest[0];
            Fate.RETURNABLE.stream()
                    .filter(topic -> topic.name(brokers.prefix()).equals(letter.topic()))
                    .forEach(topics::add);
            if (letter.topic().equals(Topics.SUBMISSIONS.name(brokers.prefix()))) {
                Past.job(letter.record()).ifPresent(jobs::add);
            }
        });
        return Past.read(brokers, topics, jobs, oldest[0]);
    }

    private void emit(DeadLetter letter, Past past, Brokers brokers, Tally tally) {
        switch (Fate.of(letter, brokers.prefix(), past)) {
            case Fate.Emitted emitted -> {
                if (!dryRun) {
                    brokers.await(brokers.deadLetters().emit(letter));
                }
                tally.emitted++;
                say(letter, (dryRun ? "would go back to " : "back to ") + letter.topic());
            }
            case Fate.Before gone -> {
                tally.before++;
                say(letter, "went back before");
            }
            case Fate.Refused refused -> {
                tally.refused++;
                say(letter, "stays: " + refused.reason());
            }
        }
    }

    private void say(DeadLetter letter, String what) {
        var place = letter.place();
        spec.commandLine().getOut().println(Line.of("%d:%d  %s".formatted(place.partition(), place.offset(), what)));
    }

    private static final class Tally {
        private long emitted;
        private long before;
        private long refused;

        private String sentence(boolean dryRun) {
            return "%d %s, %d went back before, %d stay"
                    .formatted(emitted, dryRun ? "to emit" : "emitted", before, refused);
        }
    }
}
