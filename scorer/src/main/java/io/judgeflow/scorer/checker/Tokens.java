package io.judgeflow.scorer.checker;

/** Word by word: blanks and line feeds only separate, however many there are. */
record Tokens() implements Checker {

    @Override
    public boolean accepts(String expected, String actual) {
        return Words.same(expected, actual, String::equals);
    }

    @Override
    public Strictness strictness() {
        return Strictness.LOOSER;
    }
}
