package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.ChosenChecker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

/** On what nobody should have written, schema and reader agree: it is refused. */
class HostileRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "17", "\"text\"", "[]", "{}", "{\"schemaVersion\": 2}", "[[[[]]]]"})
    void whatIsNoEventAtAll(String text) {
        var value = Schemas.JSON.readTree(text);
        for (var event : Events.all().keySet()) {
            assertThat(Schemas.accepts(event, value)).as(event).isFalse();
            assertThat(Events.reads(event, value)).as(event).isFalse();
        }
        assertThat(Schemas.accepts("progress", value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            job-submitted       | /schemaVersion  | 2
            job-submitted       | /jobId          | "no id"
            job-submitted       | /jobId          | "0193582C-7D40-7CC1-8C1E-5F0B8C1E7A51"
            job-submitted       | /language       |
            job-submitted       | /code           |
            job-submitted       | /createdAt      |
            job-submitted       | /createdAt      | "+9999999999-01-01T00:00:00Z"
            job-submitted       | /tests          |
            job-submitted       | /tests          | []
            job-submitted       | /tests          | {}
            job-submitted       | /tests/0/weight | -1
            job-submitted       | /tests/0/weight | 1e400
            job-submitted       | /scoring/policy | "best-of"
            job-submitted       | /scoring/points/accepted | 2147483648
            job-submitted       | /limits/memory  | 1e15
            job-submitted       | /checker        | {"abs": 1}
            job-submitted       | /problem        | "two sum"
            job-submitted       | /problem        | ""
            job-deferred        | /job            |
            job-deferred        | /job/scoring/policy | "best-of"
            job-deferred        | /job/tests      | []
            job-deferred        | /origin         |
            job-deferred        | /tests          |
            job-deferred        | /notBefore      |
            job-deferred        | /notBefore      | "tomorrow"
            pending-token       | /token          |
            pending-token       | /instance       |
            pending-token       | /origin/offset  | 9223372036854775808
            pending-token       | /submittedAt    |
            pending-token       | /asked          | []
            progress-judged     | /type           |
            progress-judged     | /type           | "exploded"
            progress-judged     | /verdict        |
            progress-judged     | /verdict        | "perfect"
            progress-judged     | /verdict        | "ACCEPTED"
            progress-judged     | /output         |
            progress-judged     | /at             | "+9999999999-01-01T00:00:00Z"
            progress-dispatched | /tests          |
            progress-gave-up    | /at             |
            job-result          | /status         | "finished"
            job-result          | /version        | "first"
            leaderboard-entry   | /problem        | "a/b"
            language-statistics | /verdicts       | {"perfect": 1}
            callback-heard      | /trial          | "first"
            """)
    void whatIsAlmostAnEvent(String event, String at, String to) {
        var value = to == null ? null : Schemas.JSON.readTree(to);
        var mutant = Mutant.of(Schemas.golden(event), JsonPointer.compile(at), value);
        assertThat(Schemas.accepts(event, mutant.value())).isFalse();
        assertThat(Events.reads(event, mutant.value())).isFalse();
    }

    /** Such a job is read, so that it can end with a reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "tokens"                    | true
            {"name": "tokens"}          | true
            {"name": "float"}           | true
            {"name": "float", "abs": 0} | true
            {"name": "float", "rel": 1, "abs": 1e-9} | true
            "magic"                     | false
            {"name": "magic"}           | false
            {"name": "float", "abs": -1} | false
            {"name": "tokens", "abs": 1} | false
            """)
    void aCheckerIsRightWhereTheScorerFindsItSo(String text, boolean right) {
        var checker = Schemas.JSON.readTree(text);
        var job = Mutant.of(Schemas.golden("job-submitted"), JsonPointer.compile("/checker"), checker)
                .value();
        assertThat(Schemas.accepts("job-submitted", job)).isEqualTo(right);
        assertThat(Schemas.JSON
                        .treeToValue(checker, ChosenChecker.class)
                        .complaint()
                        .isEmpty())
                .isEqualTo(right);
    }
}
