package io.judgeflow.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents that the contracts are held against, as if they had just been written.
 *
 * @param text of which another job, another time and another instance are made
 */
record Golden(String text) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JOB = "0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51";
    private static final String INSTANCE = "judge-a:2358";

    /** When the last of most of them was due. */
    private static final Instant THEN = Instant.parse("2026-11-23T08:01:00Z");

    private static final Pattern TIME = Pattern.compile("2026-11-23T[0-9:.]+Z");

    private static Golden named(String name) {
        try {
            return new Golden(new ClassPathResource("wire/" + name + ".json").getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Golden> all(String... names) {
        return List.of(names).stream().map(Golden::named).toList();
    }

    /** The same about this job, written now. */
    ObjectNode about(JobId job, String instance, Instant now) {
        var age = Duration.between(THEN, now);
        var fresh = TIME.matcher(text)
                .replaceAll(time -> Instant.parse(time.group()).plus(age).toString())
                .replace(JOB, job.toString())
                .replace(INSTANCE, instance);
        return (ObjectNode) JSON.readTree(fresh);
    }
}
