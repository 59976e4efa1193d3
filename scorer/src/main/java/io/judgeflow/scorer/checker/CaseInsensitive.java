package io.judgeflow.scorer.checker;

/** As {@link Trimmed}, with upper and lower case alike in every alphabet, whatever the locale. */
record CaseInsensitive() implements Checker {

    @Override
    public boolean accepts(String expected, String actual) {
        var wanted = String.join("\n", Lines.trimmed(expected));
        return wanted.equalsIgnoreCase(String.join("\n", Lines.trimmed(actual)));
    }

    @Override
    public Strictness strictness() {
        return Strictness.LOOSER;
    }
}
