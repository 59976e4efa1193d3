package io.judgeflow.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What every answer that refuses looks like. */
final class ProblemDocument {

    private ProblemDocument() {}

    /** @param instance the path that was asked for */
    static WebTestClient.BodyContentSpec in(WebTestClient.ResponseSpec answer, HttpStatus status, String instance) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status.value())
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.type")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isEqualTo(instance)
                .jsonPath("$.trace")
                .doesNotExist();
    }
}
