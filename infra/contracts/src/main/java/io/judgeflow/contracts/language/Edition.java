package io.judgeflow.contracts.language;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A listed language taken apart: {@code C++ (GCC 9.2.0)} is the family {@code c++}, the tool {@code gcc} and the version
 * 9.2.0. Judge0 has no field for any of these, only the name.
 */
record Edition(Language language, String family, String tool, Version version) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("(.*?)\\s*(?:\\((.*)\\))?\\s*");
    private static final Pattern DETAIL = Pattern.compile("(.*?)\\s*\\b(\\d{1,9}(?:\\.\\d{1,9})*)(?:\\b.*)?");

    static Edition of(Language language) {
        var name = NAME.matcher(normal(language.name()));
        if (!name.matches()) {
            return new Edition(language, normal(language.name()), "", Version.NONE);
        }
        var inBrackets = name.group(2) == null ? "" : name.group(2);
        var detail = DETAIL.matcher(inBrackets);
        return detail.matches()
                ? new Edition(language, name.group(1), detail.group(1), Version.of(detail.group(2)))
                : new Edition(language, name.group(1), inBrackets, Version.NONE);
    }

    /** Lower case, single spaces, none at the ends. */
    static String normal(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
    }
}
