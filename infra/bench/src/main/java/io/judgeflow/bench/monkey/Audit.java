package io.judgeflow.bench.monkey;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.testkit.guarantee.Books;
import io.judgeflow.testkit.guarantee.DeadLetter;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.Guarantee;
import io.judgeflow.testkit.guarantee.VersionsRise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether everything that is promised was kept, from the topics alone and from what the clients know. */
final class Audit {

    /** Whatever happens meanwhile, a job has ended this long after its 202, outages aside. */
    static final Duration BOUND = Duration.ofSeconds(90);

    private static final int LONGEST = 4_000;

    private final Journal journal;
    private final Books books;
    private final EveryJobEndsOnce once = new EveryJobEndsOnce();
    private final VersionsRise rise = new VersionsRise();
    private final List<String> broken = new ArrayList<>();
    private final Outages outages;

    Audit(Journal journal, Books books, List<Injected> injected) {
        this.journal = journal;
        this.outages = Outages.of(injected);
        this.books = books;
        journal.taken().forEach(entry -> once.accepted(entry.job()));
        books.states().forEach(state -> List.of(once, rise).forEach(guarantee -> guarantee.told(state)));
    }

    /** Jobs that never ended. */
    Set<String> lost() {
        return once.lost();
    }

    /** How often something was told after an end. */
    int twice() {
        return once.changed().size();
    }

    /** Dead letters of what was no garbage. */
    List<DeadLetter> innocent() {
        return books.deadLetters().stream()
                .filter(letter -> !journal.garbage().contains(letter.origin()))
                .toList();
    }

    /**
     * What was not kept, in words; empty when all is well.
     *
     * @param more what else has to be kept
     */
    List<String> broken(List<Guarantee> more) {
        broken.addAll(journal.wrong());
        Stream.concat(Stream.of(once, rise, books.follow()), more.stream()).forEach(this::verify);
        none("took longer than " + BOUND, journal.taken().stream().filter(this::late));
        none("did not come out as it had to", journal.taken().stream().filter(this::wrong));
        none("were put aside and are no garbage", innocent().stream());
        var aside = books.deadLetters().stream().map(DeadLetter::origin).collect(Collectors.toCollection(HashSet::new));
        none("are garbage and were not put aside", journal.garbage().stream().filter(place -> !aside.contains(place)));
        return broken;
    }

    private void verify(Guarantee guarantee) {
        try {
            guarantee.verify();
        } catch (AssertionError e) {
            var words = String.valueOf(e.getMessage());
            broken.add(guarantee.getClass().getSimpleName() + ": "
                    + words.substring(0, Math.min(LONGEST, words.length())));
        }
    }

    private void none(String what, Stream<?> some) {
        var all = some.toList();
        if (!all.isEmpty()) {
            broken.add("%d %s: %s"
                    .formatted(all.size(), what, all.stream().limit(10).toList()));
        }
    }

    private boolean late(Journal.Entry entry) {
        var end = journal.ended(entry);
        var ended = end == null ? Instant.now() : end;
        var bound = BOUND.plus(outages.within(entry.accepted(), ended));
        return ended.isAfter(entry.accepted().plus(bound));
    }

    /** Not ended is another matter. */
    private boolean wrong(Journal.Entry entry) {
        var states = books.results().getOrDefault(JobId.of(entry.job()), List.of());
        return states.stream()
                .filter(state -> state.status().terminal())
                .anyMatch(end -> end.verdict() != entry.wanted().verdict());
    }
}
