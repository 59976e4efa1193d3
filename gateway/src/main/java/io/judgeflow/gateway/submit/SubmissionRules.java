package io.judgeflow.gateway.submit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.gateway.language.Languages;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a submission must be like. Every rule is checked, so that the answer names everything that is wrong. */
@Component
class SubmissionRules {

    private static final int MAX_LANGUAGE = 64;
    private static final int MAX_USER = 128;
    private static final int MAX_NAME = 200;
    private static final double MAX_WEIGHT = 1_000_000;
    /** Judge0 1.13.1 takes no less memory than this many KiB, and no less elapsed time than this many seconds. */
    private static final int MIN_MEMORY = 2048;

    private static final double MIN_WALL_TIME = 1;

    private final SubmissionLimits most;
    private final Languages languages;

    SubmissionRules(SubmissionLimits most, Languages languages) {
        this.most = most;
        this.languages = languages;
    }

    /**
     * Returns when the request can become a job.
     *
     * @throws io.judgeflow.gateway.problem.Problem 422 with everything that is wrong
     */
    void check(ExecuteRequest request) {
        var findings = new Findings();
        checkCode(request.code(), findings);
        checkLanguage(request.lang(), findings);
        checkTests(request, findings);
        checkLimits(request.limits(), findings);
        checkScoring(request.scoring(), findings);
        checkChecker(request.checker(), "checker", findings);
        var problem = request.problem();
        findings.require(problem == null || ProblemId.fits(problem), "problem", ProblemId.RULE);
        findings.requireLabel(request.userId(), "user_id", MAX_USER);
        findings.require(request.userId() == null || !request.userId().isBlank(), "user_id", "must not be blank");
        findings.conclude();
    }

    private void checkCode(@Nullable String code, Findings findings) {
        if (code == null || code.isBlank()) {
            findings.require(false, "code", "is missing");
            return;
        }
        findings.requireText(code, "code");
        findings.require(code.indexOf('\0') < 0, "code", "must not contain U+0000");
        findings.require(bytes(code) <= most.codeBytes(), "code", "must have at most " + most.codeBytes() + " bytes");
    }

    private void checkLanguage(@Nullable LanguageName lang, Findings findings) {
        if (lang == null || lang.text().isBlank()) {
            findings.require(false, "lang", "is missing");
            return;
        }
        findings.requireLabel(lang.text(), "lang", MAX_LANGUAGE);
        var unknown = languages.judge(lang.text().strip()) == Languages.Answer.UNKNOWN;
        findings.require(!unknown, "lang", "is offered by no judge; see /api/languages");
    }

    private void checkTests(ExecuteRequest request, Findings findings) {
        findings.requireText(request.stdin(), "stdin");
        findings.requireText(request.expectedOutput(), "expected_output");
        var tests = request.tests();
        if (tests != null) {
            var single = request.stdin() != null || request.expectedOutput() != null;
            findings.require(!single, "tests", "cannot be given together with stdin or expected_output");
            findings.require(!tests.isEmpty(), "tests", "must not be empty; leave it out for a single run");
            findings.require(tests.size() <= most.tests(), "tests", "must be at most " + most.tests());
            IntStream.range(0, Math.min(tests.size(), most.tests()))
                    .forEach(i -> checkTest(tests.get(i), "tests[" + i + "]", findings));
            checkWeights(tests, findings);
        }
        findings.require(
                inputBytes(request) <= most.inputBytes(),
                tests == null ? "stdin" : "tests",
                "is too large: inputs and expected outputs may have " + most.inputBytes() + " bytes in all");
    }

    private static void checkTest(ExecuteRequest.@Nullable Test test, String place, Findings findings) {
        if (test == null) {
            findings.require(false, place, "must be an object");
            return;
        }
        findings.requireLabel(test.name(), place + ".name", MAX_NAME);
        findings.requireText(test.stdin(), place + ".stdin");
        findings.requireText(test.expectedOutput(), place + ".expected_output");
        checkChecker(test.checker(), place + ".checker", findings);
        var weight = test.weight();
        findings.require(
                weight == null || (weight >= 0 && weight <= MAX_WEIGHT),
                place + ".weight",
                "must be between 0 and " + (int) MAX_WEIGHT);
    }

    private static void checkWeights(List<ExecuteRequest.@Nullable Test> tests, Findings findings) {
        var counts = tests.stream().anyMatch(test -> test == null || test.weight() == null || test.weight() != 0);
        findings.require(tests.isEmpty() || counts, "tests", "must have a weight above 0 somewhere");
    }

    private void checkLimits(@Nullable Limits limits, Findings findings) {
        if (limits == null) {
            return;
        }
        var cpu = limits.cpuTime();
        findings.require(
                cpu == null || (cpu > 0 && cpu <= most.cpuTime()),
                "limits.cpu_time",
                "must be above 0 and at most " + most.cpuTime() + " seconds");
        var wall = limits.wallTime();
        findings.require(
                wall == null || (wall >= MIN_WALL_TIME && wall <= most.wallTime()),
                "limits.wall_time",
                "must be between " + MIN_WALL_TIME + " and " + most.wallTime() + " seconds");
        var memory = limits.memory();
        findings.require(
                memory == null || (memory >= MIN_MEMORY && memory <= most.memory()),
                "limits.memory",
                "must be between " + MIN_MEMORY + " and " + most.memory() + " KiB");
    }

    private static void checkChecker(@Nullable ChosenChecker checker, String place, Findings findings) {
        if (checker != null) {
            checker.complaint().ifPresent(rule -> findings.require(false, place, rule));
        }
    }

    private void checkScoring(@Nullable Scoring scoring, Findings findings) {
        if (scoring != null) {
            var points = scoring.points();
            checkPoints(points.accepted(), "accepted", findings);
            checkPoints(points.wrongAnswer(), "wrong_answer", findings);
            checkPoints(points.timeLimit(), "time_limit", findings);
            checkPoints(points.other(), "other", findings);
        }
    }

    private void checkPoints(int points, String verdict, Findings findings) {
        findings.require(
                points >= 0 && points <= most.points(),
                "scoring.points." + verdict,
                "must be between 0 and " + most.points());
    }

    private static long inputBytes(ExecuteRequest request) {
        var bytes = bytes(request.stdin()) + bytes(request.expectedOutput());
        for (var test : requireNonNullElse(request.tests(), List.<ExecuteRequest.@Nullable Test>of())) {
            bytes += test == null ? 0 : bytes(test.stdin()) + bytes(test.expectedOutput());
        }
        return bytes;
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(UTF_8).length;
    }
}
