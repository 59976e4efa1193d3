package io.judgeflow.realtime.replication;

/** One column's value in a row. */
sealed interface Cell {

    /** In PostgreSQL's text form. */
    record Text(String text) implements Cell {}

    /** What is not a value. */
    enum Absent implements Cell {
        NULL,
        /** Stored out of line and untouched by this change, hence not sent. */
        UNCHANGED
    }
}
