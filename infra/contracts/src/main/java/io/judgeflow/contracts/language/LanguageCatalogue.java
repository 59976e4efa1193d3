package io.judgeflow.contracts.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The languages of one instance, found by whatever a user calls them: {@code python}, {@code py}, {@code python3},
 * {@code python 3.8}, {@code c++}, {@code clang 7}, {@code C++ (GCC 9.2.0)}, or the id as text. Without a version the
 * newest wins; for C and C++ the newest GCC, unless a tool is named. Case and surplus spaces do not matter.
 */
public final class LanguageCatalogue {

    private static final Pattern ID = Pattern.compile("\\d{1,9}");
    private static final Pattern VERSIONED = Pattern.compile("(.*?[^\\s\\d.])[\\s-]*v?(\\d{1,9}(?:\\.\\d{1,9})*)");
    private static final Pattern BRACKETS = Pattern.compile("[()]");
    private static final int LONGEST = 100;

    private static final Comparator<Edition> NEWEST = Comparator.comparing(Edition::version)
            .thenComparingInt(edition -> edition.language().id());

    private final List<Edition> editions;
    private final Map<String, Edition> byName;
    private final Map<String, Edition> byWord;

    /** A catalogue of these languages, in any order. */
    public LanguageCatalogue(List<Language> languages) {
        this.editions = languages.stream().map(Edition::of).toList();
        this.byName = editions.stream()
                .collect(Collectors.toMap(
                        edition -> Edition.normal(edition.language().name()),
                        edition -> edition,
                        BinaryOperator.maxBy(NEWEST)));
        this.byWord = editions.stream()
                .flatMap(edition -> words(edition.language()).stream())
                .distinct()
                .flatMap(word -> sought(word).map(found -> Map.entry(word, found)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Finds a language.
     *
     * @param text what the user calls it
     * @return empty when this instance lacks it, or lacks the version that is named
     */
    public Optional<Language> find(String text) {
        var words = Edition.normal(text);
        if (words.isEmpty() || words.length() > LONGEST) {
            return Optional.empty();
        }
        // What nearly every job says is known without a search.
        return Optional.ofNullable(byWord.get(words)).or(() -> sought(words)).map(Edition::language);
    }

    private Optional<Edition> sought(String words) {
        return byId(words)
                .or(() -> Optional.ofNullable(byName.get(words)))
                .or(() -> newest(flat(words), Version.NONE))
                .or(() -> versioned(flat(words)));
    }

    /** Words that find this language when it is the newest of its kind, its own family first; for a list to choose from. */
    public static List<String> words(Language language) {
        var edition = Edition.of(language);
        return Stream.concat(Stream.of(edition.family()), Aliases.of(edition).stream())
                .toList();
    }

    private Optional<Edition> byId(String words) {
        return ID.matcher(words).matches()
                ? editions.stream()
                        .filter(edition -> edition.language().id() == Integer.parseInt(words))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Edition> versioned(String words) {
        var parts = VERSIONED.matcher(words);
        return parts.matches() ? newest(parts.group(1), Version.of(parts.group(2))) : Optional.empty();
    }

    private Optional<Edition> newest(String words, Version version) {
        return inFamily(Aliases.of(words), version)
                .or(() -> IntStream.range(0, words.length())
                        .filter(at -> words.charAt(at) == ' ')
                        .mapToObj(at -> new Aliases.Meaning(
                                Aliases.of(words.substring(0, at)).family(), words.substring(at + 1)))
                        .flatMap(meaning -> inFamily(meaning, version).stream())
                        .findFirst());
    }

    private Optional<Edition> inFamily(Aliases.Meaning meaning, Version version) {
        var usual = meaning.tool().isEmpty() ? Aliases.usualTool(meaning.family()) : "";
        return editions.stream()
                .filter(edition -> edition.family().equals(meaning.family()))
                .filter(edition -> meaning.tool().isEmpty() || edition.tool().equals(meaning.tool()))
                .filter(edition -> version.covers(edition.version()))
                .max(Comparator.comparing((Edition edition) -> edition.tool().equals(usual))
                        .thenComparing(NEWEST));
    }

    /** Brackets are only punctuation to someone who types {@code java (13)}. */
    private static String flat(String words) {
        return Edition.normal(BRACKETS.matcher(words).replaceAll(" "));
    }
}
