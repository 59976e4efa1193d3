package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.change.Binding;
import io.judgeflow.realtime.wire.Envelope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client wants when it joins.
 *
 * @param topic as on the wire, {@code realtime:execution:42}
 * @param ref of the join, which everything on this channel carries from then on
 * @param token null when the one of the handshake is to be used
 * @param wishes for changes of tables, as they came
 * @param isPrivate whether policies decide who may listen
 */
public record Join(String topic, String ref, @Nullable String token, List<JsonNode> wishes, boolean isPrivate) {

    private static final String PREFIX = "realtime:";

    /** Supabase has no such limit; every wish costs something with every change. */
    private static final int MOST_WISHES = 20;

    public Join {
        wishes = List.copyOf(wishes);
        if (!topic.startsWith(PREFIX) || topic.length() == PREFIX.length()) {
            throw new IllegalArgumentException("You must provide a topic name");
        }
        if (wishes.size() > MOST_WISHES) {
            throw new IllegalArgumentException("a channel takes at most " + MOST_WISHES + " postgres_changes");
        }
    }

    /**
     * Reads a {@code phx_join}.
     *
     * @throws IllegalArgumentException when it is not a join that we understand
     */
    public static Join of(Envelope message) {
        var config = message.payload().path("config");
        var token = message.payload().path("access_token").asString("");
        var wishes = config.path("postgres_changes").values().stream()
                .filter(JsonNode::isObject)
                .toList();
        var ref = Objects.requireNonNullElse(message.joinRef(), Objects.requireNonNullElse(message.ref(), ""));
        return new Join(
                message.topic(),
                ref,
                isToken(token) ? token : null,
                wishes,
                config.path("private").asBoolean(false));
    }

    /** Supabase's keys of the newer kind are no tokens and say nothing about a user. */
    static boolean isToken(String token) {
        return !token.isEmpty() && !token.startsWith("sb_");
    }

    /** The topic as policies and {@code realtime.send} know it. */
    public String name() {
        return topic.substring(PREFIX.length());
    }

    /**
     * What the wishes ask for.
     *
     * @throws IllegalArgumentException when one of them cannot be understood
     */
    List<Binding> bindings() {
        return wishes.stream().map(Binding::of).toList();
    }
}
