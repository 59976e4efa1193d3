package io.judgeflow.scorer.checker;

/**
 * Line by line, without blanks at the ends of lines and without empty lines at the end. Judge0 1.13.1: its own rule, but
 * that it takes no output at all for wrong where an empty one is expected.
 */
record Trimmed() implements Checker {

    @Override
    public boolean accepts(String expected, String actual) {
        return Lines.trimmed(expected).equals(Lines.trimmed(actual));
    }

    @Override
    public Strictness strictness() {
        return Strictness.SAME;
    }
}
