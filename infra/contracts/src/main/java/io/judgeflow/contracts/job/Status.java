package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a job, or one of its tests, stands. */
public enum Status {
    /** Accepted; nothing has started to run. */
    @JsonProperty("queued")
    QUEUED,
    /** At least one test has started. */
    @JsonProperty("running")
    RUNNING,
    /** Every test has a verdict. */
    @JsonProperty("done")
    DONE,
    /** It could not be judged; the message says why. */
    @JsonProperty("error")
    ERROR;

    /** True for a state that never changes again. */
    public boolean terminal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, ERROR -> true;
        };
    }
}
