package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.judgeflow.testkit.judge0.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;

/** An operator sees that a token is wrong, and is told once. */
class CredentialsTest {

    private final Fleet it = new Fleet(settings -> settings.withBreaker(new Breaker(50, 4, Duration.ofMillis(50))));
    private final Judge0Health health = new Judge0Health(it.fleet, instance -> Map.of());
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        logger().addAppender(said);
    }

    @AfterEach
    void close() {
        logger().detachAppender(said);
        it.close();
    }

    @Test
    void saysOnceThatAnInstanceRefusesThemAndOnceThatItIsOver() {
        it.first.configure(setup -> setup.withToken("another"));
        IntStream.range(0, 20)
                .forEach(i -> assertThat(it.place("echo 1").instance()).isEqualTo(it.second.instance()));
        assertThat(said())
                .containsExactly(Level.WARN + " Judge0 " + it.first.instance()
                        + ": refuses our credentials: HTTP 401 Unauthorized; check JUDGE0_AUTH_TOKEN");

        it.first.configure(setup -> setup.withToken(""));
        await().until(() -> it.place("echo 1").instance().equals(it.first.instance()));
        assertThat(said()).hasSize(2).last().asString().startsWith("INFO").contains(it.first.instance());
        assertThat(it.fleet.standings().getFirst().credentialsRefusedSince()).isNull();
    }

    @Test
    void showsInItsHealthThatAnInstanceRefusesThem() {
        it.first.configure(setup -> setup.withToken("another"));
        it.place("echo 1");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(details(it.first.instance())).contains("credentialsRefusedSince");
        assertThat(details(it.second.instance())).doesNotContain("credentialsRefusedSince");

        it.second.configure(setup -> setup.withToken("another"));
        noInstance(Fleet.runs("echo 1"));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void asksInVainOnlyNowAndThen() {
        try (var patient = new Fleet()) {
            patient.first.configure(setup -> setup.withToken("another"));
            IntStream.range(0, 20).forEach(i -> patient.place("echo 1"));
            assertThat(patient.first.requests(Call.SUBMIT)).isEqualTo(4);
        }
    }

    @Test
    void saysWhyNobodyTookARunThoughNoLanguageIsKnown() {
        it.first.configure(setup -> setup.withToken("another"));
        assertThatThrownBy(() -> it.fleet.instances().getFirst().languages().block(Fleet.WAIT))
                .isInstanceOf(Judge0Failure.Denied.class);
        var none = noInstance(List.of());
        assertThat(none.reasons()).containsOnlyKeys(it.first.instance());
        assertThat(none).hasMessageContaining("refuses our credentials").hasMessageContaining("skipped");
    }

    private Judge0Failure.NoInstance noInstance(List<Run> runs) {
        return catchThrowableOfType(
                Judge0Failure.NoInstance.class,
                () -> it.fleet.place(any -> runs).block(Fleet.WAIT));
    }

    private String details(String instance) {
        return String.valueOf(health.health().getDetails().get(instance));
    }

    private List<String> said() {
        return said.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Credentials.class);
    }
}
