package io.judgeflow.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Submissions over HTTP, and what every refusal of one looks like. */
record ExecuteCalls(WebTestClient client) {

    WebTestClient.BodyContentSpec problem(String body, HttpStatus status) {
        return post(body)
                .expectStatus()
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
                .isEqualTo("/api/execute")
                .jsonPath("$.trace")
                .doesNotExist();
    }

    WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/execute")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
