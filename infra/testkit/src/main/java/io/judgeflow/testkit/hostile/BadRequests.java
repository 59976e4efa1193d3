package io.judgeflow.testkit.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests to the gateway as a careless or hostile client makes them; the same seed makes the same ones, but for the jobs
 * that they are about. For one thread.
 */
public final class BadRequests {

    /** Jobs that are remembered. */
    private static final int KNOWN = 1_000;

    /** Numbers beside each other are far apart. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final List<String> FIXED = List.of(
            "/api/languages",
            "/api/realtime",
            "/openapi.json",
            "/asyncapi.json",
            "/",
            "/pipeline.html",
            "/actuator/health");
    private static final byte[] NOTHING = {};
    private static final ByteBuffer NO_BODY = ByteBuffer.wrap(NOTHING);

    private final long seed;
    private final Random random = new Random();
    private final BadSubmissions submissions = new BadSubmissions(random);
    private final Deque<JobId> known = new ArrayDeque<>();

    public BadRequests(long seed) {
        this.seed = seed;
    }

    /** A job that exists, for requests about one; any thread. */
    public void learn(JobId id) {
        synchronized (known) {
            known.addLast(id);
            if (known.size() > KNOWN) {
                known.removeFirst();
            }
        }
    }

    /** The one with this number, whichever were made before. */
    public BadRequest at(long number) {
        random.setSeed(seed ^ (number * SCATTER));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> post("/api/execute", submissions.one());
            case 3 -> post("/api/execute/batch", submissions.batch());
            case 4 -> about("GET", "/api/status/{id}", query("wait"));
            case 5 -> about("GET", "/api/stream/{id}", query("last_event_id"));
            case 6 -> get("/api/stream", query("jobs", "user", "last_event_id"));
            case 7 -> get("/api/executions", query("user_id", "limit", "cursor"));
            case 8 -> about("DELETE", "/api/executions/{id}", "");
            case 9 -> about("GET", "/api/executions/{id}/timeline", query("x"));
            case 10 ->
                random.nextBoolean()
                        ? board("/api/leaderboard/{problem}", query("limit"))
                        : get("/api/statistics", query("from", "to", "lang"));
            default -> get(one(FIXED), query("x"));
        };
    }

    private BadRequest post(String route, String body) {
        var bytes = spoilt(body.getBytes(UTF_8));
        return new BadRequest(
                method("POST"), route, route, headers("Content-Type", "application/json"), ByteBuffer.wrap(bytes));
    }

    private BadRequest about(String method, String route, String query) {
        var path = route.replace("{id}", id()) + query;
        return new BadRequest(method(method), route, path, headers("Accept", "*/*"), NO_BODY);
    }

    private BadRequest board(String route, String query) {
        var problem = random.nextBoolean() ? "two-sum" : encoded(one(Vocabulary.TEXTS));
        var path = route.replace("{problem}", problem) + query;
        return new BadRequest(method("GET"), route, path, headers("Accept", "*/*"), NO_BODY);
    }

    private BadRequest get(String route, String query) {
        return new BadRequest(method("GET"), route, route + query, headers("Accept", "*/*"), NO_BODY);
    }

    private String method(String right) {
        return random.nextInt(30) > 0 ? right : one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"));
    }

    private Map<String, String> headers(String name, String value) {
        var headers = new HashMap<>(Map.of(name, value));
        for (var i = random.nextInt(3); i > 1; i--) {
            headers.put(one(Vocabulary.NAMES), one(Vocabulary.HEADERS));
        }
        return headers;
    }

    private String id() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> knownJob();
            case 2 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 3 -> new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
            default -> encoded(one(Vocabulary.TEXTS));
        };
    }

    private String knownJob() {
        var which = random.nextInt(KNOWN);
        var unknown = new UUID(random.nextLong(), random.nextLong());
        synchronized (known) {
            return known.stream()
                    .skip(known.isEmpty() ? 0 : which % known.size())
                    .findFirst()
                    .map(JobId::toString)
                    .orElseGet(unknown::toString);
        }
    }

    private String query(String... names) {
        var pairs = new ArrayList<String>();
        for (var name : names) {
            if (random.nextInt(3) > 0) {
                var ids = IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> id())
                        .collect(Collectors.joining(","));
                pairs.add(name + "=" + (random.nextInt(3) == 0 ? ids : encoded(one(Vocabulary.TEXTS))));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private byte[] spoilt(byte[] body) {
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> {
                var flipped = body.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 2 -> ("\u00ff" + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
            case 3 -> ("[".repeat(random.nextInt(3_000)) + "{}").getBytes(UTF_8);
            case 4 -> random.nextInt(20) == 0 ? new byte[1_200_000] : NOTHING;
            default -> body;
        };
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
