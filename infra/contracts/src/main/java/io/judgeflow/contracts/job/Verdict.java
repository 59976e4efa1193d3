package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a test, or a whole job, came out. Judge0's status 13 is no verdict: the test is run again elsewhere. */
public enum Verdict {
    /** Judge0 status 3: exit code 0 and, where something was expected, the right output. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Judge0 status 4. */
    @JsonProperty("wrong_answer")
    WRONG_ANSWER,
    /** Judge0 status 5: processor or elapsed time. */
    @JsonProperty("time_limit")
    TIME_LIMIT,
    /** Judge0 status 6. */
    @JsonProperty("compilation_error")
    COMPILATION_ERROR,
    /** Judge0 status 7 to 12 and 14: a signal, a non-zero exit code, not executable. */
    @JsonProperty("runtime_error")
    RUNTIME_ERROR,
    /**
     * More memory than the limit. Judge0 1.13.1 has no status for it: killed (exit code 137 or signal 9) with its memory
     * at the limit. A program that ends itself because it gets no more memory is a runtime error.
     */
    @JsonProperty("memory_limit")
    MEMORY_LIMIT,
    /** Not run: Judge0, or we, would not take it; the message says why. */
    @JsonProperty("refused")
    REFUSED,
    /** Not judged in time: no instance took it, or none ended it; the message says which. */
    @JsonProperty("gave_up")
    GAVE_UP
}
