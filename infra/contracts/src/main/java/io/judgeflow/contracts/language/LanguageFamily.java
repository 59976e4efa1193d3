package io.judgeflow.contracts.language;

import java.util.regex.Pattern;

/** What many names of one language have in common, without asking any instance what it offers. */
public final class LanguageFamily {

    /** What stands for everything that no language is called. */
    public static final String OTHER = "other";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9 .+#/-]{0,31}");
    private static final Pattern VERSION = Pattern.compile("[\\s-]*v?\\d[\\d.]*$");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(.*$");

    private LanguageFamily() {}

    /**
     * The family of a language as a user calls it: {@code python} for {@code py}, {@code Python3} and {@code Python
     * (3.8.1)}; a Judge0 id stays one, as it means another language on another instance.
     */
    public static String of(String language) {
        if (language.length() > 100) {
            return OTHER;
        }
        var words = BRACKETS.matcher(Edition.normal(language)).replaceFirst("");
        var family = Aliases.of(words).family();
        var unversioned = VERSION.matcher(words).replaceFirst("");
        if (family.equals(words) && !unversioned.isEmpty()) {
            family = Aliases.of(unversioned).family();
        }
        return NAME.matcher(family).matches() ? family : OTHER;
    }
}
