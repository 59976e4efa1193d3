package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** All instances, in the order in which they are configured. Each has a breaker and meters of its own. */
public final class Judge0Fleet implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Judge0Fleet.class);

    private final Connections connections;
    private final List<Member> members;
    private final Strategy strategy;
    private final AtomicInteger turn = new AtomicInteger();

    /** Connects nowhere yet. */
    public Judge0Fleet(Judge0Settings settings, MeterRegistry meters, Clock clock) {
        this.connections = new Connections(settings, clock);
        this.strategy = settings.strategy();
        this.members = settings.instances().stream()
                .map(instance -> connections.member(instance, meters))
                .toList();
    }

    /** The instances in the configured order. */
    public List<Judge0> instances() {
        return members.stream().map(Member::judge0).toList();
    }

    /** The instance of this name; empty when it is no longer configured. */
    public Optional<Judge0> byName(String instance) {
        return instances().stream()
                .filter(judge0 -> judge0.instance().equals(instance))
                .findFirst();
    }

    /** As {@link #place(Function, Wish)} without a wish. */
    public Mono<Placement> place(Function<Judge0, List<Run>> runsFor) {
        return place(runsFor, Wish.NONE);
    }

    /**
     * Hands runs to the first instance that takes them. Language ids differ between instances, so the runs are made for
     * each instance that is tried; an instance for which there are none is skipped.
     *
     * <p>Fails with {@link Judge0Failure.Refused} when an instance called the request wrong, with a rate-limited {@link
     * Judge0Failure.Busy} on a 429 (no other instance is asked, and this one is not asked again before its time; the next
     * try is to wish for it first, whatever the strategy), and with {@link Judge0Failure.NoInstance} when all were
     * unreachable, broken, busy, open, skipped, or took no request of ours.
     */
    public Mono<Placement> place(Function<Judge0, List<Run>> runsFor, Wish wish) {
        return Mono.defer(() -> {
            var order = new ArrayList<>(strategy.order(members, turn.getAndIncrement(), Member::underWay));
            order.sort(Comparator.comparing((Member member) -> !member.is(wish.first()))
                    .thenComparing(Member::ejected)
                    .thenComparing(member -> member.is(wish.last())));
            return new Search(order.iterator(), runsFor).next();
        });
    }

    /**
     * Takes note that an instance failed a run that it had taken. One that does so again and again is tried after all
     * others for a while. Names that are not configured are passed over.
     */
    public void failed(String instance) {
        members.stream().filter(member -> member.is(instance)).forEach(Member::failed);
    }

    /** True while an instance is not asked, or only on trial, as it kept failing: until calls succeed. */
    public boolean doubts(String instance) {
        return standings().stream()
                .anyMatch(standing ->
                        standing.instance().equals(instance) && standing.breaker() != CircuitBreaker.State.CLOSED);
    }

    /** How each instance is seen at this moment, in the configured order. */
    public List<Standing> standings() {
        return members.stream().map(Member::standing).toList();
    }

    /** Ends idle connections at once, and those under way. */
    @Override
    public void close() {
        connections.close();
    }

    /** One walk along the instances; used by one subscriber. */
    private record Search(
            Iterator<Member> members,
            Function<Judge0, List<Run>> runsFor,
            Map<String, Judge0Failure> reasons,
            List<String> skipped) {

        Search(Iterator<Member> members, Function<Judge0, List<Run>> runsFor) {
            this(members, runsFor, new LinkedHashMap<>(), new ArrayList<>());
        }

        Mono<Placement> next() {
            while (members.hasNext()) {
                var member = members.next();
                var runs = runsFor.apply(member.judge0());
                if (!runs.isEmpty()) {
                    return attempt(member, runs);
                }
                skip(member);
            }
            return Mono.error(new Judge0Failure.NoInstance(reasons, skipped));
        }

        /** What an instance offers is not known when it does not even tell that. */
        private void skip(Member member) {
            var denial = member.denial();
            if (denial == null) {
                skipped.add(member.judge0().instance());
            } else {
                reasons.put(member.judge0().instance(), denial.why());
            }
        }

        private Mono<Placement> attempt(Member member, List<Run> runs) {
            return member.submit(runs)
                    .doOnNext(placed -> log.debug(
                            "{} runs placed on {}, before it {}", runs.size(), placed.instance(), reasons.keySet()))
                    .onErrorResume(Judge0Failure.class, why -> after(why, member));
        }

        private Mono<Placement> after(Judge0Failure why, Member member) {
            return switch (why) {
                case Judge0Failure.Refused refused -> Mono.error(refused);
                case Judge0Failure.Busy busy ->
                    busy.rateLimited() ? Mono.error(busy.saidBy(member.judge0().instance())) : elsewhere(member, busy);
                case Judge0Failure.Denied denied -> elsewhere(member, denied);
                case Judge0Failure.Broken broken -> elsewhere(member, broken);
                case Judge0Failure.Unreachable unreachable -> elsewhere(member, unreachable);
                case Judge0Failure.Open open -> elsewhere(member, open);
                case Judge0Failure.NoInstance none -> Mono.error(none);
            };
        }

        private Mono<Placement> elsewhere(Member member, Judge0Failure why) {
            reasons.put(member.judge0().instance(), why);
            return next();
        }
    }
}
