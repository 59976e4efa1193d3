package io.judgeflow.judge0;

import io.judgeflow.contracts.language.Language;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One Judge0 instance. Every method is lazy and non-blocking; whatever goes wrong arrives as a {@link Judge0Failure}.
 */
public interface Judge0 {

    /**
     * Names the instance: {@code host:port} of its URL, and the path where it has one. Stable over restarts, so that a
     * token that travels with it is asked of the instance that issued it.
     */
    String instance();

    /**
     * Hands runs over for execution. The answer has one element per run, in order. Runs beyond the instance's batch
     * limit go in several requests, one after the other; if a later request fails, its runs and those after it are
     * {@link Submitted.NotTaken}. A failure means that this call knows of no run that was taken; after a timeout or a
     * reset Judge0 may still execute them, as it has no idempotency key.
     */
    Mono<List<Submitted>> submit(List<Run> runs);

    /**
     * Asks how runs are doing. The answer has one element per token, in order.
     *
     * @param tokens tokens that this very instance issued; others come back as {@link Report.Unknown}
     */
    Mono<List<Report>> ask(List<String> tokens);

    /** Lists the languages that the instance accepts a source text in, archived ones left out. */
    Mono<List<Language>> languages();

    /** Tells what the instance allows; {@link Capabilities#DEFAULTS} where it does not say. Never fails. */
    Mono<Capabilities> capabilities();
}
