package io.judgeflow.localjudge.submission;

/** What a submission may switch on; all are off by default. */
public enum Flag {
    /** Accepted and shown; time is limited for all processes together either way. */
    TIME_PER_PROCESS("enable_per_process_and_thread_time_limit"),
    /** Limits the address space of each process, where the runtime bears that. */
    MEMORY_PER_PROCESS("enable_per_process_and_thread_memory_limit"),
    ERRORS_TO_OUTPUT("redirect_stderr_to_stdout"),
    NETWORK("enable_network");

    private final String attribute;

    Flag(String attribute) {
        this.attribute = attribute;
    }

    public String attribute() {
        return attribute;
    }
}
