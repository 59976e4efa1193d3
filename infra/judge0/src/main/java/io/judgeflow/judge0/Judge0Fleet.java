package io.judgeflow.judge0;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** All instances, in the order in which they are configured. */
public interface Judge0Fleet {

    /** The instances in the configured order. */
    List<Judge0> instances();

    /** The instance of this name; empty when it is no longer configured. */
    Optional<Judge0> byName(String instance);

    /**
     * Hands runs to the first instance that takes them. Language ids differ between instances, so the runs are made for
     * each instance that is tried; an instance for which there are none is skipped.
     *
     * <p>Fails with {@link Judge0Failure.Refused} when an instance called the request wrong, with a rate-limited {@link
     * Judge0Failure.Busy} on a 429 (no other instance is asked), and with {@link Judge0Failure.NoInstance} when all
     * failed, were busy, open or skipped.
     */
    Mono<Placement> place(Function<Judge0, List<Run>> runsFor);
}
