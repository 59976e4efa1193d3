package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.language.LanguageCatalogue;
import io.judgeflow.testkit.judge0.ActiveLanguages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCatalogueTest {

    private static final List<Language> ACTIVE = ActiveLanguages.ALL.entrySet().stream()
            .map(entry -> new Language(entry.getKey(), entry.getValue()))
            .toList();

    private final LanguageCatalogue catalogue = new LanguageCatalogue(ACTIVE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            python                  | 71
            python3                 | 71
            Python 3                | 71
            python 3.8              | 71
            python3.8               | 71
            python-3.8.1            | 71
            python v3               | 71
            py                      | 71
            py3                     | 71
            python2                 | 70
            python 2.7              | 70
            Python (2.7.17)         | 70
            c                       | 50
            gcc                     | 50
            gcc 8                   | 49
            c gcc 7.4.0             | 48
            C (GCC 8.3.0)           | 49
            clang                   | 75
            c clang                 | 75
            C (Clang 7.0.1)         | 75
            c++                     | 54
            cpp                     | 54
            g++                     | 54
            C++ (GCC 9.2.0)         | 54
            c++ (gcc)               | 54
            cpp 8.3                 | 53
            c++ clang               | 76
            clang++                 | 76
            clang++ 7               | 76
            c#                      | 51
            csharp                  | 51
            js                      | 63
            node                    | 63
            node 12                 | 63
            node.js                 | 63
            nodejs                  | 63
            javascript              | 63
            JavaScript (Node.js 12.14.0) | 63
            java                    | 62
            java 13                 | 62
            java13                  | 62
            java (openjdk 13)       | 62
            Java (OpenJDK 13.0.1)   | 62
            bash                    | 46
            sh                      | 46
            Bash (5.0.0)            | 46
            asm                     | 45
            basic                   | 47
            lisp                    | 55
            common lisp             | 55
            sbcl                    | 55
            d                       | 56
            elixir                  | 57
            erlang                  | 58
            fortran                 | 59
            f90                     | 59
            go                      | 60
            golang                  | 60
            go1.13                  | 60
            haskell                 | 61
            lua5.3                  | 64
            ocaml                   | 65
            octave                  | 66
            pascal                  | 67
            php                     | 68
            php7                    | 68
            prolog                  | 69
            ruby                    | 72
            rb                      | 72
            rust                    | 73
            ts                      | 74
            typescript              | 74
            cobol                   | 77
            kotlin                  | 78
            objective-c             | 79
            objc                    | 79
            r                       | 80
            scala                   | 81
            sql                     | 82
            sqlite                  | 82
            sqlite3                 | 82
            swift                   | 83
            visual basic.net        | 84
            vb.net                  | 84
            visual basic.net vbnc   | 84
            perl                    | 85
            clojure                 | 86
            f#                      | 87
            fsharp                  | 87
            f# .net core sdk 3.1    | 87
            groovy                  | 88
            plain text              | 43
            executable              | 44
            71                      | 71
            43                      | 43
            '  PYTHON   3 '         | 71
            """)
    void findsWhatAUserMeans(String text, int id) {
        assertThat(catalogue.find(text)).map(Language::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "klingon",
                "python 3.9",
                "python 30",
                "1",
                "99",
                "999999999999",
                "c++ 17",
                "java 8",
                "python ruby",
                "(",
                "c clang 9",
                "-",
                "3.8"
            })
    void findsNothingForWhatTheInstanceLacks(String text) {
        assertThat(catalogue.find(text)).isEmpty();
    }

    @Test
    void findsEveryLanguageByItsOwnName() {
        assertThat(ACTIVE)
                .allSatisfy(
                        language -> assertThat(catalogue.find(language.name())).contains(language));
    }

    @Test
    void findsEveryLanguageByTheWordsThatAreOffered() {
        assertThat(ACTIVE)
                .allSatisfy(language -> assertThat(LanguageCatalogue.words(language))
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(catalogue.find(word)).isPresent()));
    }

    @Test
    void comparesVersionsAsNumbers() {
        var both = new LanguageCatalogue(
                List.of(new Language(1, "Java (JDK 9.0.4)"), new Language(2, "Java (JDK 17.0.6)")));

        assertThat(both.find("java")).map(Language::id).contains(2);
        assertThat(both.find("java 9")).map(Language::id).contains(1);
    }

    @Test
    void takesGccForCWhereANewerNumberIsClangs() {
        var both =
                new LanguageCatalogue(List.of(new Language(1, "C (Clang 18.1.8)"), new Language(2, "C (GCC 14.1.0)")));

        assertThat(both.find("c")).map(Language::id).contains(2);
        assertThat(both.find("c 18")).map(Language::id).contains(1);
    }

    @Test
    void keepsLanguagesApartThatOnlyBeginAlike() {
        var extra = new LanguageCatalogue(List.of(
                new Language(10, "Python for ML (3.11.2)"),
                new Language(9, "Nim (stable)"),
                new Language(4, "Java (8)")));

        assertThat(extra.find("python")).isEmpty();
        assertThat(extra.find("python for ml")).map(Language::id).contains(10);
        assertThat(extra.find("nim")).map(Language::id).contains(9);
        assertThat(extra.find("javascript")).isEmpty();
    }
}
