package io.judgeflow.scorer.checker;

import java.util.function.BiPredicate;

/** What stands between the blanks of a text, one after the other. */
final class Words {

    private final String text;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /** Whether both texts have as many words, and each pair is the same by this rule, the expected one first. */
    static boolean same(String expected, String actual, BiPredicate<String, String> rule) {
        var wanted = new Words(expected);
        var given = new Words(actual);
        while (true) {
            var left = wanted.next();
            var right = given.next();
            if (left.isEmpty() || right.isEmpty()) {
                return left.isEmpty() && right.isEmpty();
            }
            if (!rule.test(left, right)) {
                return false;
            }
        }
    }

    /** Empty behind the last. */
    private String next() {
        while (at < text.length() && Blank.is(text.charAt(at))) {
            at++;
        }
        int from = at;
        while (at < text.length() && !Blank.is(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }
}
