package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.gateway.identity.IdentitySettings.AnonymousCalls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

@ExtendWith(OutputCaptureExtension.class)
class AdmissionTest {

    @ParameterizedTest
    @CsvSource({
        "OWN_MACHINE, 127.0.0.1, false, true,  true",
        "OWN_MACHINE, ::1,       false, true,  true",
        "OWN_MACHINE, 127.0.0.1, true,  false, false",
        "OWN_MACHINE, 0.0.0.0,   true,  false, false",
        "ALWAYS,      127.0.0.1, false, true,  true",
        "ALWAYS,      127.0.0.1, true,  true,  false",
        "ALWAYS,      0.0.0.0,   false, true,  false",
        "ALWAYS,      0.0.0.0,   true,  true,  false",
        "NEVER,       127.0.0.1, true,  false, false",
        "NEVER,       0.0.0.0,   true,  false, false"
    })
    void letsInWhoeverMayComeIn(
            AnonymousCalls calls, String address, boolean credentials, boolean admitted, boolean trusted) {
        var anonymous = admission(calls, address, credentials).anonymous();
        assertThat(anonymous.isPresent()).isEqualTo(admitted);
        assertThat(anonymous.map(Caller.Anonymous::trusted).orElse(false)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource({"OWN_MACHINE, 0.0.0.0", "OWN_MACHINE, 10.1.2.3", "NEVER, 0.0.0.0", "NEVER, 127.0.0.1"})
    void doesNotStartWhenNobodyCouldCall(AnonymousCalls calls, String address) {
        assertThatThrownBy(() -> admission(calls, address, false))
                .isInstanceOf(NobodyMayCall.class)
                .hasMessageContaining(address);
    }

    @Test
    void listeningOnEveryAddressIsNotLoopback() {
        assertThatThrownBy(() -> new Admission(settings(AnonymousCalls.OWN_MACHINE, false), new ServerProperties()))
                .isInstanceOf(NobodyMayCall.class)
                .hasMessageContaining("every address");
    }

    @Test
    void saysSoWhenItIsOpenToTheWorld(CapturedOutput output) {
        admission(AnonymousCalls.ALWAYS, "0.0.0.0", true);
        assertThat(output).containsOnlyOnce("anyone who reaches the port can submit code");
    }

    @Test
    void settingsDoNotShowWhatIsSecret() {
        assertThat(settings(AnonymousCalls.NEVER, true).toString()).doesNotContain(Tokens.SECRET);
        assertThat(ApiKey.of("ci:" + GuardedGatewayTest.CI_HASH).toString()).doesNotContain(GuardedGatewayTest.CI_HASH);
    }

    @ParameterizedTest
    @CsvSource({"ci", "ci:abc", ":" + GuardedGatewayTest.CI_HASH, "ci:" + GuardedGatewayTest.CI_HASH + ":all", "a b:c"})
    void refusesAKeyThatIsNotConfiguredAsOne(String configured) {
        assertThatThrownBy(() -> ApiKey.of(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(GuardedGatewayTest.CI_HASH);
    }

    private static Admission admission(AnonymousCalls calls, String address, boolean credentials) {
        var server = new ServerProperties();
        try {
            server.setAddress(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
        return new Admission(settings(calls, credentials), server);
    }

    private static IdentitySettings settings(AnonymousCalls calls, boolean credentials) {
        return new IdentitySettings(
                calls,
                List.of(),
                new TokenSettings(credentials ? Tokens.SECRET : "", "", "", "", Duration.ofSeconds(30)));
    }
}
