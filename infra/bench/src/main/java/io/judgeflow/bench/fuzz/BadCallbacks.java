package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.testkit.hostile.BadRequest;
import io.judgeflow.testkit.hostile.Vocabulary;
import io.judgeflow.testkit.judge0.FakeJudge0;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks as nobody's judge sends them, some of them to addresses that are good. For one thread. */
final class BadCallbacks {

    static final String ROUTE = "callback";

    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PATCH", "FOO");

    private final long seed;
    private final Random random = new Random();
    private final Spoiler spoiler = new Spoiler(random);
    private final CallbackUrls urls;
    private final String instance;

    BadCallbacks(long seed, CallbackUrls urls, String instance) {
        this.seed = seed;
        this.urls = urls;
        this.instance = instance;
    }

    /** The one with this number, whichever were made before. */
    BadRequest at(long number) {
        random.setSeed(seed ^ (number * SCATTER));
        var method = random.nextInt(20) == 0 ? METHODS.get(random.nextInt(METHODS.size())) : "PUT";
        return new BadRequest(method, ROUTE, path(), Map.of("Content-Type", "application/json"), body());
    }

    private String path() {
        var job = new JobId(new UUID(random.nextLong(), random.nextLong()));
        var attempt = new Attempt(job, random.nextInt(3) - 1, random.nextInt(5) - 1, instance);
        var good = random.nextInt(10) == 0
                ? urls.ofTrial(job.value(), instance)
                : urls.of(attempt, random.nextInt(4) - 1, null);
        var address = URI.create(Objects.requireNonNull(good));
        var path = address.getRawPath();
        return switch (random.nextInt(6)) {
            case 0 -> path.substring(0, random.nextInt(path.length()) + 1);
            case 1 -> path.replace('1', '2');
            case 2 -> path + "?" + Vocabulary.NAMES.get(random.nextInt(Vocabulary.NAMES.size())) + "=%FF";
            default -> path + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        };
    }

    private ByteBuffer body() {
        if (random.nextInt(5) == 0) {
            return ByteBuffer.wrap(random.nextInt(200) == 0 ? new byte[6 << 20] : spoiler.noise());
        }
        var callback = (ObjectNode) JSON.readTree(FakeJudge0.forgedCallback("forged", 1 + random.nextInt(14)));
        callback.put("stdout", "NDIK").put("time", "0.01").put("memory", 1000).put("exit_code", 0);
        return ByteBuffer.wrap(spoiler.spoil(callback));
    }
}
