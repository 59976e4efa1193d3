package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of a stream over several gateways: when one goes, it resumes at the next behind what it has. Knows which
 * versions of each job came, and between which of them it had to resume.
 */
final class Follower implements Callable<Follower> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_RESUMPTIONS = 10_000;

    private final HttpClient http;
    private final List<Integer> ports;
    private final String path;
    private final Map<String, List<Long>> versions = new HashMap<>();
    private final Map<String, List<Long>> resumedBehind = new HashMap<>();
    private String lastEventId = "";
    private int resumptions;

    Follower(HttpClient http, List<Integer> ports, String path) {
        this.http = http;
        this.ports = ports;
        this.path = path;
    }

    /** Follows until the stream ends by itself. */
    @Override
    public Follower call() throws InterruptedException {
        for (var turn = 0; turn < MOST_RESUMPTIONS; turn++) {
            try {
                listen(ports.get(turn % ports.size()));
                return this;
            } catch (IOException | UncheckedIOException e) {
                resumptions++;
                versions.forEach((job, seen) -> resumedBehind
                        .computeIfAbsent(job, first -> new ArrayList<>())
                        .add(seen.getLast()));
            }
        }
        throw new AssertionError("no gateway stays");
    }

    private void listen(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = http.send(request.build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        try (var lines = answer.body()) {
            lines.forEach(this::take);
        }
    }

    private void take(String line) {
        if (line.startsWith("id:")) {
            lastEventId = line.substring("id:".length());
        } else if (line.startsWith("data:")) {
            var state = JSON.readTree(line.substring("data:".length()));
            versions.computeIfAbsent(state.get("job_id").asString(), first -> new ArrayList<>())
                    .add(state.get("version").asLong());
        }
    }

    int resumptions() {
        return resumptions;
    }

    /** Every version came, and once; behind a resumption the next one may stand for those that were missed. */
    void verify(JobId job, long end) {
        var seen = versions.getOrDefault(job.toString(), List.of());
        var resumed = resumedBehind.getOrDefault(job.toString(), List.of());
        assertThat(seen).as("%s of %s", job, path).isNotEmpty().endsWith(end);
        for (var i = 1; i < seen.size(); i++) {
            var before = seen.get(i - 1);
            if (resumed.contains(before)) {
                assertThat(seen.get(i)).as("behind %d of %s", before, job).isGreaterThan(before);
            } else {
                assertThat(seen.get(i)).as("next to %d of %s", before, job).isEqualTo(before + 1);
            }
        }
    }
}
