package io.judgeflow.contracts.event;

/** The version of the events' schemas. Within a version fields are only ever added; unknown fields are ignored. */
public final class Schema {

    /** The version written today. */
    public static final int VERSION = 1;

    private Schema() {}

    static void require(int version) {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "schemaVersion " + version + " is not supported, only " + VERSION + " is");
        }
    }
}
