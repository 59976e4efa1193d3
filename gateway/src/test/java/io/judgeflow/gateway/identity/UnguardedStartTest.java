package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.gateway.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UnguardedStartTest {

    @Test
    void failsWithASentence(CapturedOutput output) {
        assertThatThrownBy(() -> start("--server.address=0.0.0.0")).hasRootCauseInstanceOf(NobodyMayCall.class);
        assertThat(output)
                .contains("The gateway would listen on 0.0.0.0 without knowing anyone who may call it.")
                .contains("Set SUPABASE_JWT_SECRET")
                .doesNotContain("\tat ");
    }

    @Test
    void doesNotShowASecretThatIsTooShort(CapturedOutput output) {
        assertThatThrownBy(() -> start("--judgeflow.gateway.identity.jwt.secret=my-short-one"))
                .isInstanceOf(Exception.class);
        assertThat(output).contains("at least 32 bytes").doesNotContain("my-short-one");
    }

    @Test
    void doesNotShowAKeyThatIsConfiguredInsteadOfItsHash(CapturedOutput output) {
        assertThatThrownBy(() -> start("--judgeflow.gateway.identity.api-keys=ci:my-own-key"))
                .isInstanceOf(Exception.class);
        assertThat(output).contains("name:hash").doesNotContain("my-own-key");
    }

    private static void start(String argument) {
        new SpringApplicationBuilder(TestGateway.class)
                .registerShutdownHook(false)
                .run("--spring.config.name=gateway", "--server.port=0", argument)
                .close();
    }
}
