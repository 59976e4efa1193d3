package io.judgeflow.gateway.submit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.gateway.language.Languages;
import io.judgeflow.gateway.problem.FieldProblem;
import io.judgeflow.gateway.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class SubmissionRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final SubmissionLimits LIMITS = new SubmissionLimits(10, 3, 8, 15, 20, 512_000, 100);

    private Languages.Answer answer = Languages.Answer.KNOWN;
    private final SubmissionRules rules = new SubmissionRules(LIMITS, language -> answer);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                              | code
            {"code": "  "}                                                  | code
            {"code": "01234567890"}                                         | code
            {"code": "ččččč"}                                               |
            {"code": "čččččč"}                                              | code
            {"code": "a\\u0000"}                                            | code
            {"code": "a\\ud800"}                                            | code
            {"code": "\\ud83d\\ude00"}                                      |
            {"code": "x", "lang": " "}                                      | lang
            {"code": "x", "lang": "a\\nb"}                                  | lang
            {"code": "x", "tests": []}                                      | tests
            {"code": "x", "tests": [{}, {}, {}]}                            |
            {"code": "x", "tests": [{}, {}, {}, {}]}                        | tests
            {"code": "x", "tests": [{}], "stdin": ""}                       | tests
            {"code": "x", "tests": [{"weight": 0}]}                         | tests
            {"code": "x", "tests": [{"weight": 0}, {}]}                     |
            {"code": "x", "tests": [{"weight": -1}, {"weight": 1e400}]}     | tests[0].weight tests[1].weight
            {"code": "x", "tests": [{"stdin": "12345"}, {"stdin": "678"}]}  |
            {"code": "x", "tests": [{"stdin": "12345"}, {"stdin": "6789"}]} | tests
            {"code": "x", "stdin": "123456789"}                             | stdin
            {"code": "x", "stdin": "a\\u0000"}                              |
            {"code": "x", "expected_output": "\\udc00"}                     | expected_output
            {"code": "x", "limits": {}}                                     |
            {"code": "x", "limits": {"cpu_time": 15, "wall_time": 20}}      |
            {"code": "x", "limits": {"cpu_time": 0}}                        | limits.cpu_time
            {"code": "x", "limits": {"cpu_time": 15.1, "wall_time": 0.5}}   | limits.cpu_time limits.wall_time
            {"code": "x", "limits": {"memory": 2047}}                       | limits.memory
            {"code": "x", "limits": {"memory": 512001}}                     | limits.memory
            {"code": "x", "scoring": {"points": {"accepted": -1}}}          | scoring.points.accepted
            {"code": "x", "scoring": {"points": {"accepted": 100}}}         |
            {"code": "x", "scoring": {"points": {"other": 101}}}            | scoring.points.other
            {"code": "x", "checker": "tokens"}                              |
            {"code": "x", "checker": "diff"}                                | checker
            {"code": "x", "checker": {"name": "float", "abs": 1e-9}}        |
            {"code": "x", "checker": {"name": "float", "rel": -1}}          | checker
            {"code": "x", "checker": {"name": "exact", "abs": 0}}           | checker
            {"code": "x", "tests": [{"checker": "exact"}, {"checker": ""}]} | tests[1].checker
            {"code": "x", "problem": "a-1.B_2"}                             |
            {"code": "x", "problem": ""}                                    | problem
            {"code": "x", "problem": "a/b"}                                 | problem
            {"code": "x", "user_id": ""}                                    | user_id
            """)
    void namesEveryFieldThatBreaksARule(String body, String fields) {
        var request = JSON.readValue(
                body.contains("lang") ? body : body.replaceFirst("}$", withLanguage(body)), ExecuteRequest.class);
        if (fields == null) {
            assertThatCode(() -> rules.check(request)).doesNotThrowAnyException();
            return;
        }
        assertThatThrownBy(() -> rules.check(request))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(fields(problem)).isEqualTo(fields));
    }

    @Test
    void refusesALanguageOnlyWhenItIsKnownToBeUnknown() {
        var request = JSON.readValue("{\"code\": \"x\", \"lang\": \"klingon\"}", ExecuteRequest.class);
        answer = Languages.Answer.NOT_KNOWN_YET;
        assertThatCode(() -> rules.check(request)).doesNotThrowAnyException();
        answer = Languages.Answer.UNKNOWN;
        assertThatThrownBy(() -> rules.check(request))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(fields(problem)).isEqualTo("lang"));
    }

    private static String withLanguage(String body) {
        return body.equals("{}") ? "\"lang\": \"c\"}" : ", \"lang\": \"c\"}";
    }

    private static String fields(Problem problem) {
        var errors =
                requireNonNull(requireNonNull(problem.getBody().getProperties()).get("errors"));
        return ((List<?>) errors)
                .stream().map(FieldProblem.class::cast).map(FieldProblem::field).collect(Collectors.joining(" "));
    }
}
