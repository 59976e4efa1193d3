package io.judgeflow.scorer.checker;

/** A word as a number, where it is one as people write it: no hexadecimals and no type suffixes, as Java takes them. */
final class Decimal {

    private Decimal() {}

    /** NaN when it is no decimal number. */
    static double of(String word) {
        return isDecimal(word) ? Double.parseDouble(word) : Double.NaN;
    }

    /** An optional sign, digits with at most one dot among them, and perhaps an exponent. */
    private static boolean isDecimal(String word) {
        int whole = digits(word, afterSign(word, 0));
        int end = at(word, whole, '.') ? digits(word, whole + 1) : whole;
        int digits = end - afterSign(word, 0) - (end > whole ? 1 : 0);
        if (digits == 0) {
            return false;
        }
        if (at(word, end, 'e') || at(word, end, 'E')) {
            int exponent = afterSign(word, end + 1);
            end = digits(word, exponent);
            return end > exponent && end == word.length();
        }
        return end == word.length();
    }

    private static int afterSign(String word, int from) {
        return at(word, from, '-') || at(word, from, '+') ? from + 1 : from;
    }

    private static int digits(String word, int from) {
        int end = from;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean at(String word, int index, char c) {
        return index < word.length() && word.charAt(index) == c;
    }
}
