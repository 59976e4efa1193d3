package io.judgeflow.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.language.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedLanguagesTest {

    private static final Language OLD_PYTHON = new Language(70, "Python (2.7.17)");
    private static final Language PYTHON = new Language(71, "Python (3.8.1)");
    private static final Language GO = new Language(60, "Go (1.13.5)");

    private final OfferedLanguages languages = new OfferedLanguages();

    @Test
    void refusesNothingBeforeAnInstanceHasSpoken() {
        assertThat(languages.judge("klingon")).isEqualTo(Languages.Answer.NOT_KNOWN_YET);
        assertThat(languages.all()).isEmpty();
    }

    @Test
    void knowsWhatAnyInstanceOffers() {
        offer("a", PYTHON);
        offer("b", GO);
        assertThat(List.of("python", "py", "Python (3.8.1)", "71", "golang"))
                .allSatisfy(name -> assertThat(languages.judge(name)).isEqualTo(Languages.Answer.KNOWN));
        assertThat(languages.judge("klingon")).isEqualTo(Languages.Answer.UNKNOWN);
    }

    @Test
    void forgetsWhatAnInstanceNoLongerOffers() {
        offer("a", PYTHON);
        offer("a", GO);
        assertThat(languages.judge("python")).isEqualTo(Languages.Answer.UNKNOWN);
    }

    @Test
    void listsEachLanguageOnceWithTheWordsThatMeanIt() {
        offer("b", PYTHON, OLD_PYTHON);
        offer("a", PYTHON, GO);
        assertThat(languages.all())
                .extracting(
                        OfferedLanguages.Offered::name,
                        offered -> offered.aliases().stream().findFirst().orElse("none"),
                        OfferedLanguages.Offered::instances)
                .containsExactly(
                        tuple("Go (1.13.5)", "go", List.of("a")),
                        tuple("Python (2.7.17)", "none", List.of("b")),
                        tuple("Python (3.8.1)", "python", List.of("a", "b")));
    }

    private void offer(String instance, Language... offered) {
        languages.accept(new InstanceLanguages(Schema.VERSION, instance, List.of(offered), Instant.EPOCH));
    }
}
