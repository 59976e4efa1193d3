package io.judgeflow.judge0.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Attempt ATTEMPT =
            new Attempt(JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"), 3, 2, "judge-a.example:2358/behind/a/proxy");

    private final CallbackUrls urls = urls(SECRET, NOW);

    @Test
    void knowsItsOwnAgain() {
        assertThat(urls.check(path())).isEqualTo(new Called.About(ATTEMPT, 5));
    }

    @Test
    void knowsATrial() {
        var id = UUID.randomUUID();
        var path = path(Objects.requireNonNull(urls.ofTrial(id, "judge-a:2358")));
        assertThat(urls.check(path)).isEqualTo(new Called.Trial(id, "judge-a:2358"));
    }

    @Test
    void liesBelowTheAddressThatWasGiven() {
        assertThat(urls.of(ATTEMPT, 5, null)).startsWith("https://poller.example/judgeflow/callbacks/0193582c-");
    }

    @Test
    void saysBesidesWhenItWasMadeAndInWhichTrace() {
        assertThat(URI.create(Objects.requireNonNull(urls.of(ATTEMPT, 5, "00-12ab"))))
                .hasQuery("sent_at=" + NOW.toEpochMilli() + "&traceparent=00-12ab");
    }

    @Test
    void refusesEveryPathWithOneCharacterChanged() {
        var path = path();
        for (int at = 0; at < path.length(); at++) {
            var other = path.charAt(at) == '0' ? '1' : '0';
            assertThat(urls.check(path.substring(0, at) + other + path.substring(at + 1)))
                    .as("changed at %d", at)
                    .isEqualTo(new Called.Forged());
        }
    }

    @Test
    void refusesEveryPathThatIsCutOff() {
        var path = path();
        for (int end = 0; end < path.length(); end++) {
            assertThat(urls.check(path.substring(0, end))).isEqualTo(new Called.Forged());
        }
    }

    @Test
    void refusesAnotherSpelling() {
        var path = path();
        var signature = path.lastIndexOf('/') + 1;
        assertThat(urls.check(
                        path.substring(0, signature) + path.substring(signature).toUpperCase(Locale.ROOT)))
                .isEqualTo(new Called.Forged());
        assertThat(urls.check(path.toUpperCase(Locale.ROOT))).isEqualTo(new Called.Forged());
        assertThat(urls.check(path + "/")).isEqualTo(new Called.Forged());
        assertThat(urls.check(path.replace("callbacks/", "callbacks//"))).isEqualTo(new Called.Forged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/callbacks",
                "/callbacks/",
                "/callbacks//",
                "/callbacks/x",
                "/callbacks/0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51/0/1/anVkZ2U/9999999999/zz",
                "/callbacks/0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51/0/1/anVkZ2U/9999999999/not hexadecimal",
                "/callbacks/0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51/0/1/anVkZ2U/9999999999/\u00e9\ud83d"
            })
    void refusesWhatNobodySigned(String path) {
        assertThat(urls.check(path)).isEqualTo(new Called.Forged());
    }

    @Test
    void refusesWhatSomebodyElseSigned() {
        assertThat(urls("another secret of 32 characters!", NOW).check(path())).isEqualTo(new Called.Forged());
    }

    @Test
    void refusesWhatHasExpired() {
        assertThat(urls(SECRET, NOW.plus(Duration.ofHours(2)).minusSeconds(1)).check(path()))
                .isEqualTo(new Called.About(ATTEMPT, 5));
        assertThat(urls(SECRET, NOW.plus(Duration.ofHours(2))).check(path())).isEqualTo(new Called.Expired());
    }

    @Test
    void makesAndAcceptsNoneWhenNoneAreWanted() {
        var none = new CallbackUrls(new CallbackSettings("", SECRET, Duration.ofHours(2)), Clock.systemUTC());
        assertThat(none.enabled()).isFalse();
        assertThat(none.of(ATTEMPT, 5, null)).isNull();
        assertThat(none.check(path())).isEqualTo(new Called.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "short"})
    void refusesToStartWithoutASecret(String secret) {
        assertThatThrownBy(() -> new CallbackSettings("http://127.0.0.1:8082", secret, Duration.ofHours(2)))
                .hasMessageContaining("JUDGEFLOW_CALLBACK_SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "poller",
                "poller:8082",
                "ftp://poller",
                "http://",
                "http://a b",
                "http://u:p@poller",
                "http://p/?q"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> new CallbackSettings(url, SECRET, Duration.ofHours(2)))
                .hasMessageContaining("JUDGE0_CALLBACK_URL");
    }

    @Test
    void keepsTheSecretToItself() {
        assertThat(new CallbackSettings("http://poller", SECRET, Duration.ofHours(2)).toString())
                .doesNotContain(SECRET);
    }

    private String path() {
        return path(Objects.requireNonNull(urls.of(ATTEMPT, 5, null)));
    }

    private static String path(String url) {
        return URI.create(url).getPath().substring("/judgeflow".length());
    }

    private static CallbackUrls urls(String secret, Instant now) {
        var settings = new CallbackSettings("https://poller.example/judgeflow/", secret, Duration.ofHours(2));
        return new CallbackUrls(settings, Clock.fixed(now, ZoneOffset.UTC));
    }
}
