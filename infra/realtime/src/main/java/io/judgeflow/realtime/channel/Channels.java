package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.change.ChangeEvent;
import io.judgeflow.realtime.change.Sight;
import io.judgeflow.realtime.database.Access;
import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.wire.Broadcast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everybody who has joined something, and who of them is told of a change. */
final class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final Set<Channel> joined = ConcurrentHashMap.newKeySet();
    private final Access access;

    Channels(Access access) {
        this.access = access;
    }

    void add(Channel channel) {
        joined.add(channel);
    }

    void remove(Channel channel) {
        joined.remove(channel);
    }

    /** Ends when everybody who may know of the change was sent it. */
    Mono<Void> deliver(Change change) {
        var table = change.table();
        if (table.schema().equals("realtime") && table.name().equals("messages")) {
            broadcast(change);
            return Mono.empty();
        }
        var interests = joined.stream()
                .map(channel -> new Interest(channel, channel.wishesFor(change), channel.claims()))
                .filter(interest -> !interest.wishes().isEmpty())
                .toList();
        if (interests.isEmpty()) {
            return Mono.empty();
        }
        // The database is asked once for each of those who are the same to it.
        var viewers = interests.stream().map(Interest::viewer).distinct().toList();
        return access.look(change, viewers)
                .doOnNext(sights -> tell(change, interests, viewers, sights))
                .then();
    }

    private record Interest(Channel channel, List<Integer> wishes, Claims viewer) {}

    private static void tell(Change change, List<Interest> interests, List<Claims> viewers, List<Sight> sights) {
        var events = new HashMap<Claims, Optional<ObjectNode>>();
        for (int i = 0; i < viewers.size(); i++) {
            events.put(viewers.get(i), ChangeEvent.of(change, sights.get(i)));
        }
        for (var interest : interests) {
            events.getOrDefault(interest.viewer(), Optional.empty())
                    .ifPresent(event -> interest.channel().send(interest.wishes(), event));
        }
    }

    /** A row of realtime.messages is something that was said. */
    private void broadcast(Change change) {
        var row = change.row();
        if (!"broadcast".equals(row.get("extension"))) {
            return;
        }
        var isPrivate = "t".equals(row.get("private"));
        said(row)
                .ifPresent(broadcast -> joined.stream()
                        .filter(channel -> channel.join().isPrivate() == isPrivate)
                        .filter(channel -> channel.join().name().equals(row.get("topic")))
                        .forEach(channel -> channel.send(broadcast)));
    }

    private static Optional<Broadcast> said(Map<String, @Nullable String> row) {
        try {
            var payload = JsonMapper.shared().readTree(Objects.requireNonNullElse(row.get("payload"), "null"));
            var event = Objects.requireNonNullElse(row.get("event"), "");
            return Optional.of(new Broadcast(String.valueOf(row.get("id")), event, payload));
        } catch (JacksonException e) {
            LOG.warn("A broadcast cannot be read and is lost.");
            return Optional.empty();
        }
    }
}
