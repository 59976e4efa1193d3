package io.judgeflow.scorer.checker;

import java.util.ArrayList;
import java.util.List;

/** A text as lines without the blanks that they end in. */
final class Lines {

    private Lines() {}

    /** In their order, also those that are empty. */
    static List<String> of(String text) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            lines.add(text.substring(from, Blank.endOf(text, from, to)));
            from = to + 1;
        }
        return lines;
    }

    /** The same without those that are empty and have nothing but empty ones behind them. */
    static List<String> trimmed(String text) {
        return of(text.substring(0, Blank.endOf(text, 0, text.length())));
    }
}
