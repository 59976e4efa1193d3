package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;

class LeaderboardTableIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static ConnectionPool connections;
    private static LeaderboardTable table;

    @BeforeAll
    static void start() {
        database = TestDatabase.start(directory);
        connections = database.ordinaryUser("writer");
        new Migration(connections, true).once().block(PATIENCE);
        table = new LeaderboardTable(DatabaseClient.create(connections), PATIENCE);
    }

    @AfterAll
    static void stop() {
        connections.dispose();
        database.close();
    }

    static LeaderboardEntry entry(String problem, String user, int score, int seconds) {
        return new LeaderboardEntry(
                Schema.VERSION,
                new ProblemId(problem),
                user,
                score,
                new JobId(new UUID(score, seconds)),
                "python",
                Results.MORNING.plusSeconds(seconds));
    }

    @Test
    void keepsTheBestInWhateverOrderAndHoweverOftenTheyCome() {
        var entries = List.of(
                entry("order", "ann", 30, 1),
                entry("order", "ann", 100, 5),
                entry("order", "ann", 100, 3),
                entry("order", "ann", 60, 9),
                entry("order", "bob", 100, 4));
        for (int seed = 0; seed < 10; seed++) {
            var shuffled = new ArrayList<>(entries);
            shuffled.addAll(entries);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(entry -> table.upsert(entry).block(PATIENCE));
            assertThat(best("order", 10)).as("seed %d", seed).containsExactly(entries.get(2), entries.get(4));
        }
        assertThat(best("order", 1)).hasSize(1);
        assertThat(best("another", 1)).isEmpty();
    }

    @Test
    void saysWhatCanNeverBeWritten() {
        var endless = entry(
                "long",
                new Random(1).ints(9000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining()),
                1,
                1);
        assertThatThrownBy(() -> table.upsert(endless).block(PATIENCE)).isInstanceOf(Unstorable.class);
    }

    @Test
    void countsInViews() {
        var job = Results.ofSomeJob();
        new ExecutionTable(DatabaseClient.create(connections), PATIENCE)
                .upsert(List.of(job.done(3)))
                .block(PATIENCE);
        assertThat(database.ask(
                        "select submissions || ' ' || wrong_answer || ' ' || time_p50 from executions_by_minute"))
                .containsExactly("1 1 0.5");
    }

    private static List<LeaderboardEntry> best(String problem, int limit) {
        return table.best(new ProblemId(problem), limit)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
