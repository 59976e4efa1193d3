package io.judgeflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path directory;

    @Test
    void keepsRowsAcrossARestartOnAnotherPort() throws Exception {
        try (var server = start()) {
            execute(server.url(), "create table letter (value text)", "insert into letter values ('a')");
        }
        try (var server = start()) {
            assertThat(query(server.url(), "select value from letter")).isEqualTo("a");
        }
    }

    @Test
    void isReadyForLogicalReplication() throws Exception {
        try (var server = start()) {
            execute(server.url(), "select pg_create_logical_replication_slot('changes', 'pgoutput')");
            assertThat(query(server.url(), "select plugin from pg_replication_slots"))
                    .isEqualTo("pgoutput");
            assertThat(query(server.url(), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var server = start()) {
            var guess = server.url().replaceFirst(":[^:@]+@", ":guess@");
            assertThatThrownBy(() -> query(guess, "select 1")).hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void endsWithItsProcessAlsoWhenThatIsKilled() throws Exception {
        ProcessHandle server;
        try (var victim = Victim.startPostgres(directory, PROGRAMS)) {
            execute(victim.address(), "create table letter (value text)", "insert into letter values ('a')");
            server = postmaster();
        }
        awaitEnd(server);
        try (var next = start()) {
            assertThat(query(next.url(), "select value from letter")).isEqualTo("a");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilledAndCanStartAtOnce() throws Exception {
        var first = start();
        execute(first.url(), "create table letter (value text)", "insert into letter values ('a')");
        first.kill();
        try (var next = start()) {
            assertThat(query(next.url(), "select value from letter")).isEqualTo("a");
        }
    }

    @Test
    void stopsAnOrphanBeforeItStarts() throws Exception {
        var first = start();
        execute(first.url(), "create table letter (value text)", "insert into letter values ('a')");
        var orphan = postmaster();
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        assertThat(orphan.isAlive()).isTrue();
        try (var next = start()) {
            awaitEnd(orphan);
            assertThat(query(next.url(), "select value from letter")).isEqualTo("a");
        }
    }

    @Test
    void startsOverWhenTheProcessIdOfTheLastServerIsSomebodyElsesNow() throws Exception {
        start().close();
        var pid = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("cluster").resolve("postmaster.pid"), pid + "\n");
        try (var next = start()) {
            assertThat(query(next.url(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysInOneSentenceThatItsPortIsTaken() throws Exception {
        try (var other = new ServerSocket(LoopbackPort.ANY, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(directory, PROGRAMS, other.getLocalPort()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage("Port %d, wanted for PostgreSQL, is taken by another process.", other.getLocalPort());
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(directory, PROGRAMS, LoopbackPort.ANY);
    }

    private ProcessHandle postmaster() throws Exception {
        var pid = Files.readAllLines(directory.resolve("cluster").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** A process without parents lives on as a zombie until the first process of the machine notices. */
    private static void awaitEnd(ProcessHandle process) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(String url, String sql) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(String url) throws SQLException {
        var uri = URI.create(url);
        var user = uri.getUserInfo().split(":", 2);
        var address = "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath());
        return DriverManager.getConnection(address, user[0], user[1]);
    }
}
