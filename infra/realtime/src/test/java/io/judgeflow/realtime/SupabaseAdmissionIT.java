package io.judgeflow.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.realtime.token.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in to what, and what the unmodified supabase-js is told when it is not. */
class SupabaseAdmissionIT {

    @TempDir
    private static Path directory;

    private static Scene scene;
    private static Backend backend;
    private static SupabaseJs js;

    @BeforeAll
    static void start() throws Exception {
        scene = Scene.open(directory);
        backend = scene.backend();
        js = scene.js();
        scene.connect("ann");
        scene.connect("bob", backend.token("bob"), "1.0.0");
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void staysSubscribedThroughANewToken() {
        scene.connect("eve", backend.token("eve", Duration.ofSeconds(4)), "2.0.0");
        var job = Job.of("eve");
        js.changes("eve", "renewed", "id=eq." + job.id());
        js.awaitReady("eve", "renewed", 1);
        backend.write(job.queued("print(1)"));
        js.tell(Map.of("do", "renew", "client", "eve", "token", backend.token("eve")));
        js.awaitReady("eve", "renewed", 2);
        // Somebody whose token was not renewed shows that the old one has expired by now.
        scene.connect("ivy", backend.token("ivy", Duration.ofSeconds(4)), "2.0.0");
        js.changes("ivy", "expired", "");
        js.awaitStatus("ivy", "expired", "CLOSED");
        assertThat(js.heard("ivy", "expired", "system")
                        .getLast()
                        .path("message")
                        .asString())
                .contains("expired");
        backend.write(job.done(2));
        assertThat(js.await("eve", "renewed", "change", 2)).hasSize(2);
    }

    @Test
    void isShownWhatTheNewTokenAllows() {
        scene.connect("fay");
        var job = Job.of("fay");
        js.changes("fay", "changed", "id=eq." + job.id());
        js.awaitReady("fay", "changed", 1);
        backend.write(job.queued("print(1)"));
        js.await("fay", "changed", "change", 1);
        js.tell(Map.of("do", "renew", "client", "fay", "token", backend.token("bob")));
        js.awaitReady("fay", "changed", 2);
        backend.write(job.done(2));
        // A delete is shown to everybody.
        backend.administer("delete from executions where id = '%s'".formatted(job.id()));
        assertThat(js.await("fay", "changed", "change", 2))
                .extracting(change -> change.path("eventType").asString())
                .containsExactly("INSERT", "DELETE");
    }

    @Test
    void hearsBroadcastsOfItsOwnJobsAndOfItsUser() {
        for (var user : List.of("ann", "bob")) {
            var job = Job.of(user);
            backend.write(job.queued("print(1)"));
            js.listen(user, "execution:" + job.id()).awaitStatus(user, "execution:" + job.id(), "SUBSCRIBED");
            js.listen(user, "user:" + user).awaitStatus(user, "user:" + user, "SUBSCRIBED");
            backend.write(job.done(2));
            for (var channel : List.of("execution:" + job.id(), "user:" + user)) {
                var said = js.await(user, channel, "broadcast", 1).getLast();
                assertThat(said.path("event").asString()).isEqualTo("change");
                assertThat(said.at("/payload/id").asString()).isEqualTo(job.id());
                assertThat(said.at("/payload/status").asString()).isEqualTo("done");
                assertThat(said.at("/payload/version").asInt()).isEqualTo(2);
                assertThat(said.at("/meta/id").asString()).hasSize(36);
            }
        }
    }

    @Test
    void mayNotListenToOthers() {
        var job = Job.of("ann");
        backend.write(job.queued("print(1)"));
        scene.connect("mallory");
        for (var topic : List.of("execution:" + job.id(), "user:ann", "execution:x", "anything")) {
            js.listen("mallory", topic);
            assertThat(js.awaitStatus("mallory", topic, "CHANNEL_ERROR")).contains("Unauthorized");
        }
    }

    @Test
    void refusesTokensOfSomebodyElsesMaking() {
        var forged = new TokenIssuer("x".repeat(32))
                .issue("service_role", "ann", Instant.now().plusSeconds(3600));
        scene.connect("forger", forged, "2.0.0");
        js.changes("forger", "any", "");
        assertThat(js.awaitStatus("forger", "any", "CHANNEL_ERROR")).contains("JwtSignatureError");
        js.tell(Map.of("do", "connect", "client", "stranger", "url", backend.url(), "key", "x", "token", forged));
        js.changes("stranger", "any", "");
        js.awaitStatus("stranger", "any", "CHANNEL_ERROR");
        assertThat(js.heard("stranger", "any", "system")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithASubscription() {
        scene.connect("sam");
        js.changes("sam", "no such column", "colour=eq.red");
        assertThat(refusal("no such column")).contains("invalid column for filter colour");
        js.changes("sam", "no uuid", "id=eq.7");
        assertThat(refusal("no uuid")).contains("invalid input syntax for type uuid");
        js.changes("sam", "no filter", "id");
        assertThat(refusal("no filter")).contains("Error parsing");
        js.tell(Map.of("do", "changes", "client", "sam", "channel", "no table", "table", "nothing"));
        assertThat(refusal("no table")).contains("not in the publication");
        js.tell(Map.of("do", "say", "client", "sam", "channel", "no table"));
        js.await("sam", "no table", "said", 1);
        js.changes("sam", "fifth", "");
        js.awaitReady("sam", "fifth", 1);
        js.changes("sam", "one too many", "");
        assertThat(js.awaitStatus("sam", "one too many", "CHANNEL_ERROR")).contains("Too many channels");
    }

    @Test
    void saysThatAnonymousMayNotSelect() {
        scene.connect("anonymous", backend.anonymous(), "2.0.0");
        var job = Job.of("ann");
        js.changes("anonymous", "any", "");
        js.awaitReady("anonymous", "any", 1);
        backend.write(job.queued("print(1)"));
        var change = js.await("anonymous", "any", "change", 1).getFirst();
        assertThat(change.path("errors").toString()).isEqualTo("[\"Error 401: Unauthorized\"]");
        assertThat(change.path("new").toString()).isEqualTo("{}");
    }

    private static String refusal(String channel) {
        return js.await("sam", channel, "system", 1).getFirst().path("message").asString();
    }
}
