package io.judgeflow.scorer.statistics;

/**
 * Up to which offsets records are in a count; -1 for none. Records of one partition come in the order of their offsets,
 * also when they come again, so whatever is at or below is in it already. Beginnings and ends are told apart, as one
 * record can be both.
 */
record Counted(long submitted, long endedBySubmission, long endedByVerdict) {

    static final Counted NOTHING = new Counted(-1, -1, -1);

    boolean hasBegun(Cause cause) {
        return cause.offset() >= 0 && cause.offset() <= submitted;
    }

    boolean hasEnded(Cause cause) {
        return switch (cause.source()) {
            case SUBMISSIONS -> cause.offset() <= endedBySubmission;
            case VERDICTS -> cause.offset() <= endedByVerdict;
            case TIME -> false;
        };
    }

    Counted begun(Cause cause) {
        return new Counted(Math.max(submitted, cause.offset()), endedBySubmission, endedByVerdict);
    }

    Counted ended(Cause cause) {
        return switch (cause.source()) {
            case SUBMISSIONS -> new Counted(submitted, cause.offset(), endedByVerdict);
            case VERDICTS -> new Counted(submitted, endedBySubmission, cause.offset());
            case TIME -> this;
        };
    }
}
