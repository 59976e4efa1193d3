package io.judgeflow.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The unmodified supabase-js from npm against the endpoint, fed by rows as the sink writes them. */
class SupabaseClientIT {

    @TempDir
    private static Path directory;

    private static Backend backend;
    private static SupabaseJs js;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(SupabaseJs.canRun() || System.getenv("CI") != null, "needs node and npm");
        backend = Backend.start(directory);
        js = SupabaseJs.start();
        connect("ann", backend.token("ann"), "2.0.0");
        connect("bob", backend.token("bob"), "1.0.0");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (js != null) {
            js.close();
            backend.close();
        }
    }

    @Test
    void seesEveryStatusOfItsOwnJobsByJobAndByUser() {
        for (var user : List.of("ann", "bob")) {
            var job = Job.of(user);
            js.changes(user, "job " + job.id(), "id=eq." + job.id());
            js.changes(user, "user " + job.id(), "user_id=eq." + user);
            js.awaitReady(user, "job " + job.id(), 1);
            js.awaitReady(user, "user " + job.id(), 1);
            backend.write(job.queued("print(1)"), job.running(2, "b"), job.done(3));
            toldOfEveryStatus(user, "job " + job.id(), job);
            toldOfEveryStatus(user, "user " + job.id(), job);
            leave(user, job);
        }
    }

    @Test
    void seesNothingOfAnotherUsers() {
        var theirs = Job.of("ann");
        var own = Job.of("bob");
        js.changes("bob", "their job", "id=eq." + theirs.id());
        js.changes("bob", "all jobs", "");
        js.awaitReady("bob", "their job", 1);
        js.awaitReady("bob", "all jobs", 1);
        backend.write(theirs.queued("print(1)"), theirs.done(2), own.queued("print(2)"), own.done(2));
        assertThat(js.await("bob", "all jobs", "change", 2))
                .extracting(change -> change.at("/new/user_id").asString())
                .containsOnly("bob");
        assertThat(js.heard("bob", "their job", "change")).isEmpty();
    }

    @Test
    void seesNothingThatWasWrittenBefore() {
        var job = Job.of("ann");
        backend.write(job.queued("print(1)"));
        js.changes("ann", "late", "id=eq." + job.id());
        js.awaitReady("ann", "late", 1);
        backend.write(job.done(2));
        assertThat(js.await("ann", "late", "change", 1))
                .extracting(change -> change.at("/new/version").asInt())
                .containsExactly(2);
    }

    @Test
    void isNotSentWhatALargeUpdateLeftAlone() {
        var job = Job.of("ann");
        var code = new StringBuilder();
        new java.util.Random(7).ints(12_000, '!', '~').forEach(code::appendCodePoint);
        js.changes("ann", "large", "id=eq." + job.id());
        js.awaitReady("ann", "large", 1);
        backend.write(job.queued(code.toString()), job.done(2));
        var changes = js.await("ann", "large", "change", 2);
        assertThat(changes.getFirst().at("/new/code").asString()).isEqualTo(code.toString());
        assertThat(changes.getLast().at("/new").has("code")).isFalse();
        backend.write(Job.of("ann").queued("x"));
        backend.administer("update executions set version = 9, message = repeat('x', 1100000) where id = '%s'"
                .formatted(job.id()));
        var huge = js.await("ann", "large", "change", 3).getLast();
        assertThat(huge.path("errors").toString()).contains("413");
        assertThat(huge.at("/new").has("message")).isFalse();
        assertThat(huge.at("/new/version").asInt()).isEqualTo(9);
        backend.administer("delete from executions where id = '%s'".formatted(job.id()));
        var gone = js.await("ann", "large", "change", 4).getLast();
        assertThat(gone.path("eventType").asString()).isEqualTo("DELETE");
        assertThat(gone.path("old").toString()).isEqualTo("{\"id\":\"" + job.id() + "\"}");
    }

    @Test
    void saysThatAnonymousMayNotSelect() {
        connect("anonymous", backend.anonymous(), "2.0.0");
        var job = Job.of("ann");
        js.changes("anonymous", "any", "");
        js.awaitReady("anonymous", "any", 1);
        backend.write(job.queued("print(1)"));
        var change = js.await("anonymous", "any", "change", 1).getFirst();
        assertThat(change.path("errors").toString()).isEqualTo("[\"Error 401: Unauthorized\"]");
        assertThat(change.path("new").toString()).isEqualTo("{}");
    }

    @Test
    void staysSubscribedThroughANewToken() {
        connect("eve", backend.token("eve", Duration.ofSeconds(4)), "2.0.0");
        var job = Job.of("eve");
        js.changes("eve", "renewed", "id=eq." + job.id());
        js.awaitReady("eve", "renewed", 1);
        backend.write(job.queued("print(1)"));
        js.tell(Map.of("do", "renew", "client", "eve", "token", backend.token("eve")));
        js.awaitReady("eve", "renewed", 2);
        // Somebody whose token was not renewed shows that the old one has expired by now.
        connect("ivy", backend.token("ivy", Duration.ofSeconds(4)), "2.0.0");
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
        connect("fay", backend.token("fay"), "2.0.0");
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
    void survivesALostConnectionByReadingAgain() {
        connect("dan", backend.token("dan"), "2.0.0");
        var job = Job.of("dan");
        js.changes("dan", "lost", "id=eq." + job.id());
        js.awaitReady("dan", "lost", 1);
        backend.write(job.queued("print(1)"));
        js.await("dan", "lost", "change", 1);
        js.tell(Map.of("do", "drop", "client", "dan"));
        js.awaitStatus("dan", "lost", "CHANNEL_ERROR");
        backend.write(job.running(2, "x"));
        js.awaitReady("dan", "lost", 2);
        // What happened meanwhile is not replayed: who is ready reads the row, and goes on from there.
        assertThat(backend.read(job).version()).isEqualTo(2);
        backend.write(job.done(3));
        assertThat(js.await("dan", "lost", "change", 2))
                .extracting(change -> change.at("/new/version").asInt())
                .containsExactly(1, 3);
    }

    @Test
    void isToldThatItHasToReadAgainWhenTheDatabaseWasAway() {
        connect("kim", backend.token("kim"), "2.0.0");
        var job = Job.of("kim");
        js.changes("kim", "interrupted", "id=eq." + job.id());
        js.awaitReady("kim", "interrupted", 1);
        backend.administer("select pg_terminate_backend(pid) from pg_stat_replication");
        js.awaitReady("kim", "interrupted", 2);
        backend.write(job.queued("print(1)"));
        assertThat(js.await("kim", "interrupted", "change", 1)).hasSize(1);
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
        connect("mallory", backend.token("mallory"), "2.0.0");
        for (var topic : List.of("execution:" + job.id(), "user:ann", "execution:x", "anything")) {
            js.listen("mallory", topic);
            assertThat(js.awaitStatus("mallory", topic, "CHANNEL_ERROR")).contains("Unauthorized");
        }
    }

    @Test
    void refusesTokensOfSomebodyElsesMaking() {
        var forged = new io.judgeflow.realtime.token.TokenIssuer("x".repeat(32))
                .issue("service_role", "ann", java.time.Instant.now().plusSeconds(3600));
        connect("forger", forged, "2.0.0");
        js.changes("forger", "any", "");
        assertThat(js.awaitStatus("forger", "any", "CHANNEL_ERROR")).contains("JwtSignatureError");
        js.tell(Map.of("do", "connect", "client", "stranger", "url", backend.url(), "key", "x", "token", forged));
        js.changes("stranger", "any", "");
        js.awaitStatus("stranger", "any", "CHANNEL_ERROR");
        assertThat(js.heard("stranger", "any", "system")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithASubscription() {
        connect("sam", backend.token("sam"), "2.0.0");
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

    private static void toldOfEveryStatus(String client, String channel, Job job) {
        var changes = js.await(client, channel, "change", 3);
        assertThat(changes)
                .extracting(change -> change.path("eventType").asString() + " "
                        + change.at("/new/status").asString())
                .containsExactly("INSERT queued", "UPDATE running", "UPDATE done");
        var end = changes.getLast();
        assertThat(end.at("/new/stdout").asString()).isEqualTo("bye");
        assertThat(end.at("/new/score").asInt()).isEqualTo(30);
        assertThat(end.at("/new/version").asLong()).isEqualTo(3);
        assertThat(end.at("/new/tests/0/name").asString()).isEqualTo("first");
        assertThat(end.path("old").toString()).isEqualTo("{\"id\":\"" + job.id() + "\"}");
        assertThat(end.path("errors").isNull()).isTrue();
    }

    private static String refusal(String channel) {
        return js.await("sam", channel, "system", 1).getFirst().path("message").asString();
    }

    private static void leave(String user, Job job) {
        for (var channel : List.of("job " + job.id(), "user " + job.id())) {
            js.tell(Map.of("do", "leave", "client", user, "channel", channel));
            assertThat(js.await(user, channel, "left", 1))
                    .extracting(JsonNode::asString)
                    .containsExactly("ok");
        }
    }

    private static void connect(String client, String token, String version) {
        js.tell(Map.of(
                "do",
                "connect",
                "client",
                client,
                "url",
                backend.url(),
                "key",
                backend.anonymous(),
                "token",
                token,
                "vsn",
                version));
    }
}
