package io.judgeflow.scorer.checker;

/** Character by character, the last line feed included. */
record Exact() implements Checker {

    @Override
    public boolean accepts(String expected, String actual) {
        return expected.equals(actual);
    }

    @Override
    public Strictness strictness() {
        return Strictness.STRICTER;
    }
}
