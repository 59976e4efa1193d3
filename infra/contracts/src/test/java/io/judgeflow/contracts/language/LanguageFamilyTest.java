package io.judgeflow.contracts.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFamilyTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            python, python
            ' Python3 ', python
            py, python
            Python (3.8.1), python
            python 3.8, python
            c++17, c++
            cpp, c++
            C++ (GCC 9.2.0), c++
            clang 7, c
            node, javascript
            f90, fortran
            c#, c#
            71, 71
            klingon, klingon
            '', other
            $$$, other
            a-name-that-is-far-too-long-to-be-that-of-a-language, other
            """)
    void isTheSameForAllNamesOfALanguage(String name, String family) {
        assertThat(LanguageFamily.of(name)).isEqualTo(family);
    }
}
