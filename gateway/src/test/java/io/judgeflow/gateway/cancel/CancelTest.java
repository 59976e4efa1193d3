package io.judgeflow.gateway.cancel;

import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.view.JobView;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@GatewayTest
class CancelTest {

    private final WebTestClient client;
    private final JobView view;
    private final Broker broker;
    private final JobId id = oldId();

    CancelTest(WebTestClient client, JobView view, Broker broker) {
        this.client = client;
        this.view = view;
        this.broker = broker;
    }

    @AfterEach
    void brokerIsThere() {
        broker.answer = Mono.empty();
    }

    @Test
    void answersWithTheEndOfTheJob() {
        view.accept(queued(id));
        broker.answer = Mono.fromRunnable(() -> view.accept(cancelled()));
        cancel(HttpStatus.OK).jsonPath("$.verdict").isEqualTo("cancelled");
        assertThat(broker.cancelled).contains(id);
    }

    @Test
    void saysTheSameTheSecondTime() {
        view.accept(cancelled());
        cancel(HttpStatus.OK).jsonPath("$.status").isEqualTo("error");
        assertThat(broker.cancelled).doesNotContain(id);
    }

    @Test
    void doesNotWaitForEverForTheEnd() {
        view.accept(queued(id));
        cancel(HttpStatus.ACCEPTED).jsonPath("$.status").isEqualTo("queued");
    }

    @Test
    void comesTooLateForAJobThatHasEnded() {
        view.accept(state(id, Status.DONE, 3));
        cancel(HttpStatus.CONFLICT).jsonPath("$.type").isEqualTo("urn:judgeflow:problem:already-ended");
    }

    @Test
    void comesTooLateForAJobThatEndsMeanwhile() {
        view.accept(queued(id));
        broker.answer = Mono.fromRunnable(() -> view.accept(state(id, Status.DONE, 3)));
        cancel(HttpStatus.CONFLICT);
    }

    @Test
    void saysWhenItCouldNotBeStoredOrThereIsNoJob() {
        cancel(HttpStatus.NOT_FOUND);
        view.accept(queued(id));
        broker.answer = Mono.error(new TimeoutException("no leader"));
        cancel(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private WebTestClient.BodyContentSpec cancel(HttpStatus status) {
        return client.delete()
                .uri("/api/executions/" + id)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }

    private JobResult cancelled() {
        var first = queued(id);
        var standing = new JobResult.Standing(Status.ERROR, null, Verdict.CANCELLED, RunOutput.remark("cancelled"));
        return first.next(first.tests(), standing, first.createdAt());
    }
}
