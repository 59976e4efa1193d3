package io.judgeflow.contracts.description;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.EventType;
import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every event as Java has it, by the name of its schema. */
final class Events {

    private static final List<Class<?>> CLASSES = Stream.concat(
                    Stream.of(
                            JobSubmitted.class,
                            JobDeferred.class,
                            PendingToken.class,
                            JobResult.class,
                            LeaderboardEntry.class,
                            LanguageStatistics.class,
                            InstanceLanguages.class,
                            CallbackHeard.class),
                    Stream.of(Progress.class.getPermittedSubclasses()))
            .toList();

    private Events() {}

    static Map<String, Class<?>> all() {
        return CLASSES.stream()
                .collect(Collectors.toMap(event -> EventType.of(event).name(), Function.identity()));
    }

    static Class<?> named(String event) {
        return Objects.requireNonNull(all().get(event), event);
    }

    /** As whoever reads the topic does, and written again. */
    static JsonNode reread(String event, JsonNode value) {
        return reread(codec(event), value);
    }

    static boolean reads(String event, JsonNode value) {
        try {
            reread(event, value);
            return true;
        } catch (Undecodable e) {
            return false;
        }
    }

    private static JsonCodec<?> codec(String event) {
        Class<?> type = event.startsWith("progress") ? Progress.class : named(event);
        return new JsonCodec<>(type);
    }

    private static <T> JsonNode reread(JsonCodec<T> codec, JsonNode value) {
        return Schemas.JSON.readTree(codec.encode(codec.decode(Schemas.JSON.writeValueAsBytes(value))));
    }
}
