package io.judgeflow.bench.monkey;

import io.judgeflow.bench.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long it took: in all, and after each kind of fault. */
final class Figures {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Journal journal;
    private final List<Journal.Entry> bySending;
    private final List<Instant> accepted;
    private final List<Injected> injected;

    Figures(Journal journal, List<Injected> injected) {
        this.journal = journal;
        this.injected = injected;
        bySending = journal.taken().stream()
                .sorted(Comparator.comparing(Journal.Entry::sent))
                .toList();
        accepted = bySending.stream().map(Journal.Entry::accepted).sorted().toList();
    }

    void add(Report report, Plan plan, Audit audit) {
        var all = new LinkedHashMap<String, Object>();
        all.put("seed", plan.seed());
        all.put("seconds", plan.length().toSeconds());
        all.put("jobs", bySending.size());
        all.put("times", injected.size());
        all.put("lost", audit.lost().size());
        all.put("twice", audit.twice());
        all.put("garbage", journal.garbage().size());
        all.put("dead letters of anything else", audit.innocent().size());
        all.put("slowest 202, s", seconds(bySending.stream().map(one -> Duration.between(one.sent(), one.accepted()))));
        all.put("slowest end, s", seconds(bySending.stream().flatMap(this::took)));
        report.add("the run", all);
        injected.stream()
                .collect(Collectors.groupingBy(
                        one -> one.injection().fault().kind(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> report.add(kind.getKey(), figures(kind.getValue())));
    }

    private Map<String, Object> figures(List<Injected> kind) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("times", kind.size());
        figures.put("next end after, s", seconds(kind.stream().flatMap(this::nextEnd)));
        figures.put(
                "all of the next second ended after, s", seconds(kind.stream().flatMap(this::soonEnded)));
        figures.put("without a 202, s", seconds(kind.stream().flatMap(this::withoutAnswer)));
        return figures;
    }

    /** From accepted to ended. */
    private Stream<Duration> took(Journal.Entry entry) {
        return Stream.ofNullable(journal.ended(entry)).map(ended -> Duration.between(entry.accepted(), ended));
    }

    /** From the fault until any job has ended that was submitted later. */
    private Stream<Duration> nextEnd(Injected one) {
        return bySending.stream()
                .filter(entry -> !entry.sent().isBefore(one.at()))
                .flatMap(entry -> Stream.ofNullable(journal.ended(entry)))
                .min(Comparator.naturalOrder())
                .map(end -> Duration.between(one.at(), end))
                .stream();
    }

    /** From the fault until each job has ended that was submitted within a second after it. */
    private Stream<Duration> soonEnded(Injected one) {
        return bySending.stream()
                .filter(entry -> !entry.sent().isBefore(one.at())
                        && entry.sent().isBefore(one.at().plus(SOON)))
                .flatMap(entry -> Stream.ofNullable(journal.ended(entry)))
                .map(end -> Duration.between(one.at(), end));
    }

    /** Between two answers, as far as something was broken at the time. */
    private Stream<Duration> withoutAnswer(Injected one) {
        return Stream.iterate(1, i -> i < accepted.size(), i -> i + 1)
                .filter(i ->
                        accepted.get(i).isAfter(one.at()) && accepted.get(i - 1).isBefore(one.recovered()))
                .map(i -> Duration.between(accepted.get(i - 1), accepted.get(i)));
    }

    /** The longest, or 0. */
    private static double seconds(Stream<Duration> times) {
        return times.mapToLong(Duration::toMillis).max().orElse(0) / 1000.0;
    }
}
