package io.judgeflow.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The unmodified supabase-js from npm against the endpoint, fed by rows as the sink writes them. */
class SupabaseClientIT {

    private static final Logger LOG = LoggerFactory.getLogger(SupabaseClientIT.class);

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
    void seesEveryStatusOfItsOwnJobsByJobAndByUser() {
        scene.connect("amy");
        scene.connect("abe", backend.token("abe"), "1.0.0");
        for (var user : List.of("amy", "abe")) {
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
    void survivesALostConnectionByReadingAgain() {
        scene.connect("dan");
        var job = Job.of("dan");
        js.changes("dan", "lost", "id=eq." + job.id());
        js.awaitReady("dan", "lost", 1);
        backend.write(job.queued("print(1)"));
        js.await("dan", "lost", "change", 1);
        js.tell(Map.of("do", "drop", "client", "dan"));
        js.await("dan", "", "dropped", 1);
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
        scene.connect("kim");
        var job = Job.of("kim");
        js.changes("kim", "interrupted", "id=eq." + job.id());
        js.awaitReady("kim", "interrupted", 1);
        backend.administer("select pg_terminate_backend(pid) from pg_stat_replication");
        js.awaitReady("kim", "interrupted", 2);
        backend.write(job.queued("print(1)"));
        assertThat(js.await("kim", "interrupted", "change", 1)).hasSize(1);
    }

    @Test
    void isToldOfEachOfManyRowsInARow() {
        scene.connect("joe");
        js.changes("joe", "prompt", "user_id=eq.joe");
        js.awaitReady("joe", "prompt", 1);
        for (int i = 0; i < 200; i++) {
            backend.write(Job.of("joe").queued("print(1)"));
        }
        var told = js.await("joe", "prompt", "change", 200);
        assertThat(told).map(change -> change.at("/new/id").asString()).doesNotHaveDuplicates();
        var delays = js.delays("joe", "prompt");
        LOG.info("from commit to callback: p50 {} ms, p99 {} ms", delays.get(100), delays.get(198));
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

    private static void leave(String user, Job job) {
        for (var channel : List.of("job " + job.id(), "user " + job.id())) {
            js.tell(Map.of("do", "leave", "client", user, "channel", channel));
            assertThat(js.await(user, channel, "left", 1))
                    .extracting(JsonNode::asString)
                    .containsExactly("ok");
        }
    }
}
