package io.judgeflow.scorer.checker;

import io.judgeflow.contracts.job.ChosenChecker;

/** A rule by which an output is right. */
public sealed interface Checker permits CaseInsensitive, Exact, Floats, Tokens, Trimmed, UnorderedLines {

    /** Whether this output is right where that one is expected; both are whole. */
    boolean accepts(String expected, String actual);

    /** How this rule stands to Judge0's own, so that a verdict of Judge0's says something about ours. */
    Strictness strictness();

    /**
     * The checker that a submission asks for.
     *
     * @throws IllegalArgumentException when there is a {@linkplain ChosenChecker#complaint() complaint} about it
     */
    static Checker of(ChosenChecker chosen) {
        if (chosen.complaint().isPresent()) {
            throw new IllegalArgumentException(chosen.complaint().get());
        }
        return switch (chosen.kind().orElseThrow()) {
            case EXACT -> new Exact();
            case TRIMMED -> new Trimmed();
            case TOKENS -> new Tokens();
            case CASE_INSENSITIVE -> new CaseInsensitive();
            case FLOAT -> Floats.within(chosen.abs(), chosen.rel());
            case UNORDERED_LINES -> new UnorderedLines();
        };
    }

    /** Next to Judge0's own rule. */
    enum Strictness {
        /** Accepts some of what Judge0 accepts, and nothing else. */
        STRICTER,
        /** Accepts what Judge0 accepts. */
        SAME,
        /** Accepts what Judge0 accepts, and more. */
        LOOSER
    }
}
