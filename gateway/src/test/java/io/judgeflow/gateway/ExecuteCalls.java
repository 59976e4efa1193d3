package io.judgeflow.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Submissions over HTTP, taken or refused. */
record ExecuteCalls(WebTestClient client) {

    WebTestClient.BodyContentSpec problem(String body, HttpStatus status) {
        return ProblemDocument.in(post(body), status, "/api/execute");
    }

    WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/execute")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
