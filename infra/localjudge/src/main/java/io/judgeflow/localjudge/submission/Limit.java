package io.judgeflow.localjudge.submission;

import java.math.BigDecimal;

/** The limits a submission may set: name on the wire, range and default of Judge0 1.13.1 as it is shipped. */
public enum Limit {
    RUNS("number_of_runs", Kind.COUNT, "0", "1", "20"),
    CPU_TIME("cpu_time_limit", Kind.SECONDS, "0", "5.0", "15.0"),
    CPU_EXTRA_TIME("cpu_extra_time", Kind.SECONDS, "0", "1.0", "5.0"),
    WALL_TIME("wall_time_limit", Kind.SECONDS, "1", "10.0", "20.0"),
    MEMORY("memory_limit", Kind.KIB, "2048", "128000", "512000"),
    STACK("stack_limit", Kind.KIB, "0", "64000", "128000"),
    PROCESSES("max_processes_and_or_threads", Kind.COUNT, "0", "60", "120"),
    FILE_SIZE("max_file_size", Kind.KIB, "0", "1024", "4096");

    private enum Kind {
        SECONDS,
        KIB,
        COUNT
    }

    private final String attribute;
    private final Kind kind;
    private final BigDecimal lowest;
    private final BigDecimal usual;
    private final BigDecimal highest;

    Limit(String attribute, Kind kind, String lowest, String usual, String highest) {
        this.attribute = attribute;
        this.kind = kind;
        this.lowest = new BigDecimal(lowest);
        this.usual = new BigDecimal(usual);
        this.highest = new BigDecimal(highest);
    }

    public String attribute() {
        return attribute;
    }

    /** In seconds, KiB, or a number. */
    public BigDecimal usual() {
        return usual;
    }

    public BigDecimal highest() {
        return highest;
    }

    /** For counts the lowest value itself is not allowed. */
    public boolean tooLow(BigDecimal value) {
        return kind == Kind.COUNT ? value.compareTo(lowest) <= 0 : value.compareTo(lowest) < 0;
    }

    public boolean tooHigh(BigDecimal value) {
        return value.compareTo(highest) > 0;
    }

    /** Judge0's message for a value that is {@link #tooLow}. */
    public String tooLowMessage() {
        return (kind == Kind.COUNT ? "must be greater than " : "must be greater than or equal to ") + lowest;
    }

    /** Judge0's message for a value that is {@link #tooHigh}. */
    public String tooHighMessage() {
        return "must be less than or equal to " + highest;
    }

    /** The value as the wire shows it: seconds as decimal strings, everything else as integers. */
    public Object onWire(BigDecimal value) {
        return kind == Kind.SECONDS ? Seconds.text(value) : (Object) value.intValue();
    }
}
