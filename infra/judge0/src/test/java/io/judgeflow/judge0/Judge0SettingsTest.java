package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class Judge0SettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Judge0Configuration.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void standsOnItsDefaults() {
        service.run(context -> {
            var settings = context.getBean(Judge0Settings.class);
            assertThat(settings)
                    .usingRecursiveComparison()
                    .isEqualTo(Judge0Settings.of(List.of(URI.create("http://localhost:2358"))));
            assertThat(context.getBean(Judge0Fleet.class).instances())
                    .extracting(Judge0::instance)
                    .containsExactly("localhost:2358");
        });
    }

    @Test
    void readsTheVariablesThatAnOperatorKnows() {
        service.withPropertyValues(
                        "JUDGE0_URLS=http://one:2358, https://Two/judge0/",
                        "JUDGE0_TIMEOUT=700ms",
                        "JUDGE0_STRATEGY=round-robin",
                        "JUDGE0_AUTH_HEADER=X-Key",
                        "JUDGE0_AUTH_TOKEN=,second")
                .run(context -> {
                    var settings = context.getBean(Judge0Settings.class);
                    assertThat(settings.instances())
                            .extracting(Instance::name)
                            .containsExactly("one:2358", "two:443/judge0");
                    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(700));
                    assertThat(settings.strategy()).isEqualTo(Strategy.ROUND_ROBIN);
                    assertThat(settings.instances())
                            .extracting(Instance::authHeader)
                            .containsOnly("X-Key");
                    assertThat(settings.instances())
                            .extracting(Instance::authToken)
                            .containsExactly("", "second");
                });
    }

    @Test
    void givesOneTokenToAllInstances() {
        service.withPropertyValues("JUDGE0_URLS=http://one:1,http://two:2", "JUDGE0_AUTH_TOKEN=same")
                .run(context -> assertThat(context.getBean(Judge0Settings.class).instances())
                        .extracting(Instance::authToken)
                        .containsExactly("same", "same"));
    }

    @Test
    void readsTheBreaker() {
        service.withPropertyValues(
                        "judgeflow.judge0.breaker.failure-rate=25",
                        "judgeflow.judge0.breaker.window=8",
                        "judgeflow.judge0.breaker.open-for=3s")
                .run(context -> assertThat(context.getBean(Judge0Settings.class).breaker())
                        .isEqualTo(new Breaker(25, 8, Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JUDGE0_URLS=",
                "JUDGE0_URLS=localhost:2358",
                "JUDGE0_URLS=ftp://one",
                "JUDGE0_URLS=http://one,http://ONE:80/",
                "JUDGE0_URLS=http://me:s3cret@one",
                "JUDGE0_AUTH_TOKEN=s3cret,s3cret2,s3cret3",
                "JUDGE0_TIMEOUT=0s",
                "JUDGE0_STRATEGY=random",
                "judgeflow.judge0.connections=0",
                "judgeflow.judge0.breaker.window=0"
            })
    void refusesToStartWith(String property) {
        service.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void repeatsNoPasswordInAComplaint() {
        assertThatThrownBy(() -> Judge0Settings.of(List.of(URI.create("http://me:s3cret@one"))))
                .hasMessageContaining("JUDGE0_AUTH_TOKEN")
                .hasMessageNotContaining("s3cret");
    }
}
