package io.judgeflow.admin.rejudge;

import io.judgeflow.admin.command.Exit;
import io.judgeflow.admin.command.Failure;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Tests from a file, as {@code POST /api/execute} takes them; read strictly, as a field with a slip would be no test. */
final class CorrectedTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CorrectedTests() {}

    /**
     * Reads them.
     *
     * @throws Failure when they are none
     */
    static List<TestCase> read(Path file) {
        try {
            var tests = List.of(JSON.readValue(Files.readAllBytes(file), TestCase[].class));
            check(file, tests);
            return tests;
        } catch (IOException e) {
            throw wrong(file, "cannot be read");
        } catch (JacksonException e) {
            throw wrong(file, "is no list of tests: " + e.getOriginalMessage());
        } catch (NullPointerException e) {
            throw wrong(file, "must have no null among its tests");
        }
    }

    private static void check(Path file, List<TestCase> tests) {
        if (tests.isEmpty() || tests.size() > JobSubmitted.MOST_TESTS) {
            throw wrong(file, "must be a list of 1 to " + JobSubmitted.MOST_TESTS + " tests");
        }
        if (tests.stream().noneMatch(test -> test.weight() > 0)) {
            throw wrong(file, "must have a weight above 0 somewhere");
        }
        tests.stream()
                .map(TestCase::checker)
                .filter(Objects::nonNull)
                .flatMap(checker -> checker.complaint().stream())
                .findFirst()
                .ifPresent(complaint -> {
                    throw wrong(file, "has a checker that " + complaint);
                });
    }

    private static Failure wrong(Path file, String what) {
        return new Failure(Exit.REFUSED, file + " " + what + ".");
    }
}
