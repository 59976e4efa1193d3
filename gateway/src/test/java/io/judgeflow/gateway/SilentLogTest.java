package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.Status;
import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.identity.GuardedGatewayTest;
import io.judgeflow.gateway.identity.Tokens;
import io.judgeflow.gateway.view.JobView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@GuardedGatewayTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "logging.level.io.judgeflow=TRACE",
            "logging.level.org.springframework.security=DEBUG",
            "judgeflow.gateway.limits.code-bytes=100"
        })
class SilentLogTest {

    private static final String CODE = "code-of-alice";
    private static final String OUTPUT = "output-of-alice";
    private static final String WRONG_KEY = "key-that-nobody-has";

    private final WebTestClient client;
    private final Broker broker;
    private final JobView view;
    private final Database database;

    SilentLogTest(WebTestClient client, Broker broker, JobView view, Database database) {
        this.client = client;
        this.broker = broker;
        this.view = view;
        this.database = database;
    }

    @AfterEach
    void allIsWell() {
        broker.answer = Mono.empty();
        database.away = false;
    }

    @Test
    void saysNeitherWhatIsSecretNorWhatIsTheUsersOwn(CapturedOutput output) {
        var token = Tokens.of("alice");
        useEverything(token);
        assertThat(output)
                .contains("the archive cannot be asked")
                .doesNotContain(token)
                .doesNotContain(token.substring(token.lastIndexOf('.')))
                .doesNotContain(Tokens.SECRET)
                .doesNotContain(GuardedGatewayTest.CI)
                .doesNotContain(GuardedGatewayTest.CI_HASH)
                .doesNotContain(WRONG_KEY)
                .doesNotContain(CODE)
                .doesNotContain(OUTPUT);
    }

    private void useEverything(String token) {
        for (var body : new String[] {
            CODE,
            "{\"code\": \"" + CODE + "\"",
            job(CODE),
            job(CODE.repeat(20)),
            job(CODE + "\", \"stdin\": [\"" + CODE)
        }) {
            post(body, token);
        }
        broker.answer = Mono.error(new IllegalStateException("away"));
        post(job(CODE), token);
        database.away = true;
        get("/api/status/" + Jobs.oldId(), token);
        var id = Jobs.oldId();
        view.accept(Jobs.state(id, Status.DONE, 2, OUTPUT));
        get("/api/status/" + id, token);
        get("/api/stream/" + id + "?access_token=" + token, GuardedGatewayTest.CI);
        get("/api/languages", WRONG_KEY);
        get("/api/languages", Tokens.of("bob") + "x");
    }

    private static String job(String code) {
        return "{\"lang\": \"python\", \"code\": \"" + code + "\"}";
    }

    private void post(String body, String bearer) {
        client.post()
                .uri("/api/execute")
                .headers(headers -> headers.setBearerAuth(bearer))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody();
    }

    private void get(String path, String bearer) {
        client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(bearer))
                .exchange()
                .expectBody();
    }
}
