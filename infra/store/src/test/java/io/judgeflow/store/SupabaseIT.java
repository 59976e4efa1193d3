package io.judgeflow.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** On a PostgreSQL with roles, publication and schema as Supabase has them, as a user who is no superuser. */
class SupabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SEND = """
            create function realtime.send(payload jsonb, event text, topic text, private boolean default true)
            returns void language sql as $$
              insert into realtime.messages (payload, event, topic, private, extension)
              values (payload, event, topic, private, 'broadcast')
            $$
            """;

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static ConnectionPool connections;
    private static ExecutionTable table;

    @BeforeAll
    static void start() throws IOException {
        database = TestDatabase.start(directory);
        database.administer(new ClassPathResource("supabase.sql").getContentAsString(UTF_8));
        connections = database.pool("writer", "secret");
        table = new ExecutionTable(DatabaseClient.create(connections), PATIENCE);
        new Migration(connections, true).once().block(PATIENCE);
        // A self-hosted Realtime makes its functions only when it first starts itself.
        database.administer(SEND);
        new Migration(connections, true).once().block(PATIENCE);
        new Migration(connections, true).once().block(PATIENCE);
    }

    @AfterAll
    static void stop() {
        connections.dispose();
        database.close();
    }

    @Test
    void setsUpEverythingOnce() {
        assertThat(database.ask(
                        "select tablename from pg_publication_tables where pubname = 'supabase_realtime' order by 1"))
                .containsExactly("executions", "leaderboard");
        assertThat(database.ask("select polname from pg_policy order by 1"))
                .containsExactly("executions_owner_listens", "executions_owner_reads", "leaderboard_all_read");
        assertThat(database.ask("select tgname from pg_trigger where not tgisinternal"))
                .containsExactly("executions_broadcast");
        assertThat(findings()).isEmpty();
    }

    @Test
    void takesBackWhatSupabaseGrantsByDefault() {
        assertThat(database.ask("select grantee || ' ' || privilege_type from information_schema.role_table_grants"
                        + " where table_name = 'executions' and grantee in ('anon', 'authenticated')"))
                .containsExactly("authenticated SELECT");
    }

    @Test
    void showsEachUserTheOwnRowsOnly() {
        var ann = write(UUID.randomUUID().toString());
        write(UUID.randomUUID().toString());
        write(null);

        assertThat(asUser(ann.userId(), "select id::text from public.executions"))
                .containsExactly(ann.jobId().toString());
        assertThat(asUser("nobody", "select id::text from public.executions")).isEmpty();
        assertThat(asUser(null, "select id::text from public.executions")).isEmpty();
    }

    @Test
    void countsForEachUserTheOwnRowsOnly() {
        var ann = write(UUID.randomUUID().toString());
        write(UUID.randomUUID().toString());

        assertThat(asUser(ann.userId(), "select sum(submissions) from public.executions_by_minute"))
                .containsExactly("1");
        assertThat(asUser("nobody", "select count(*) from public.executions_by_problem"))
                .containsExactly("0");
    }

    @Test
    void showsLeaderboardsToEverybodyWhoHasSignedInAndLetsNobodyWriteThem() {
        new LeaderboardTable(DatabaseClient.create(connections), PATIENCE)
                .upsert(LeaderboardTableIT.entry("open", "ann", 100, 1))
                .block(PATIENCE);

        assertThat(asUser("bob", "select user_id from public.leaderboard where problem = 'open'"))
                .containsExactly("ann");
        assertThat(database.ask("select grantee || ' ' || privilege_type from information_schema.role_table_grants"
                        + " where table_name = 'leaderboard' and grantee in ('anon', 'authenticated')"))
                .containsExactly("authenticated SELECT");
    }

    @Test
    void readsTheClaimOncePerQuery() {
        assertThat(asUser("ann", "explain select * from public.executions"))
                .anyMatch(line -> line.contains("InitPlan"));
    }

    @Test
    void letsNobodyButTheWriterWrite() {
        var ann = write(UUID.randomUUID().toString());

        assertThat(database.ask("select has_table_privilege('authenticated', 'executions', 'update')"))
                .containsExactly("false");
        assertThat(table.upsert(List.of(new Results(ann.jobId(), ann.userId(), ann.createdAt()).done(5)))
                        .block(PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void broadcastsEachChangeToTheJobAndToItsUser() {
        var ann = write(UUID.randomUUID().toString());
        table.upsert(List.of(ann.done(2))).block(PATIENCE);
        table.upsert(List.of(ann.running(1))).block(PATIENCE);

        assertThat(database.ask(
                        "select payload ->> 'status' from realtime.messages where private and topic = 'execution:"
                                + ann.jobId() + "' order by payload ->> 'version'"))
                .containsExactly("queued", "done");
        assertThat(database.ask("select payload::text from realtime.messages where topic = 'user:" + ann.userId()
                        + "' and payload ->> 'version' = '2'"))
                .singleElement()
                .asString()
                .contains(
                        "\"verdict\": \"wrong_answer\"",
                        "\"score\": 30",
                        ann.jobId().toString());
    }

    @Test
    void letsAUserListenToTheOwnTopicsOnly() {
        var ann = write(UUID.randomUUID().toString());

        assertThat(mayListen(ann.userId(), "execution:" + ann.jobId())).isTrue();
        assertThat(mayListen(ann.userId(), "user:" + ann.userId())).isTrue();
        assertThat(mayListen("bob", "execution:" + ann.jobId())).isFalse();
        assertThat(mayListen("bob", "user:" + ann.userId())).isFalse();
        assertThat(mayListen("bob", "execution:no-uuid")).isFalse();
    }

    @Test
    void tellsTheOperatorWhatIsMissing() {
        database.administer("alter publication supabase_realtime drop table executions");
        database.administer("revoke select on executions from authenticated");

        assertThat(findings()).hasSize(2);
        new Migration(connections, true).once().block(PATIENCE);
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysSoWhenTheWriterIsSubjectToRowLevelSecurity() {
        database.administer(
                "create role guest login password 'secret'", "grant select, insert, update on executions to guest");
        var guest = database.pool("guest", "secret");
        try {
            assertThat(findings(guest)).anyMatch(line -> line.startsWith("user guest neither owns"));
            new ExecutionTable(DatabaseClient.create(guest), PATIENCE)
                    .upsert(List.of(Results.ofSomeJob().done(1)))
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(e -> assertThat(e)
                            .isNotInstanceOf(Unstorable.class)
                            .hasStackTraceContaining("row-level security"))
                    .verify(PATIENCE);
        } finally {
            guest.dispose();
            database.administer("drop owned by guest cascade", "drop role guest");
        }
    }

    private static Results write(@Nullable String user) {
        var job = new Results(new JobId(UUID.randomUUID()), user, Results.MORNING);
        table.upsert(List.of(job.queued("code"))).block(PATIENCE);
        return job;
    }

    private static boolean mayListen(@Nullable String user, String topic) {
        return !asUser(
                        user,
                        "select 'yes' from realtime.messages limit 1",
                        "set local realtime.topic to '" + topic + "'")
                .isEmpty();
    }

    /** As PostgREST and Realtime do it: a role, and the token's claims as a setting, for one transaction. */
    private static List<String> asUser(@Nullable String user, String query, String... settings) {
        var claims = user == null ? "" : "{\"sub\": \"" + user + "\", \"role\": \"authenticated\"}";
        var statements = Flux.just(
                        "begin", "set local role authenticated", "set local request.jwt.claims to '" + claims + "'")
                .concatWith(Flux.just(settings));
        return database.inOneSession(statements, query);
    }

    private static List<String> findings() {
        return findings(connections);
    }

    private static List<String> findings(ConnectionPool connections) {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Findings.of(connection).collectList(),
                        connection -> connection.close())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
