package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.cancel.Cancellations;
import io.judgeflow.gateway.history.PastExecutions;
import io.judgeflow.gateway.leaderboard.BoardArchive;
import io.judgeflow.gateway.lookup.JobArchive;
import io.judgeflow.gateway.submit.Submissions;
import io.judgeflow.gateway.view.ViewProgress;
import io.judgeflow.store.ExecutionSummary;
import io.judgeflow.store.HistoryCursor;
import io.judgeflow.telemetry.trace.TracingConfiguration;
import io.judgeflow.web.OwnEventLoops;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The whole gateway on its real HTTP stack; brokers and database are objects that a test can reach into. Not annotated as
 * a configuration, so that no scan finds it.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@Import({OwnEventLoops.class, TracingConfiguration.class})
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {GatewayApplication.class, KafkaWiring.class, StoreWiring.class}))
public class TestGateway {

    @Bean
    Broker broker() {
        return new Broker();
    }

    @Bean
    Database database() {
        return new Database();
    }

    @Bean
    BoardArchive boardArchive() {
        return (problem, limit) -> Flux.empty();
    }

    /** Answers are read to their end whether a test looks or not: Netty reports as a leak, later, what nobody has read. */
    @Bean
    WebTestClientBuilderCustomizer wholeAnswers() {
        return client -> client.filter((request, next) -> next.exchange(request).flatMap(TestGateway::whole));
    }

    private static Mono<ClientResponse> whole(ClientResponse answer) {
        var headers = answer.headers().asHttpHeaders();
        if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(headers.getContentType())) {
            return Mono.just(answer);
        }
        var same = ClientResponse.create(answer.statusCode(), answer.strategies())
                .headers(copy -> copy.addAll(headers))
                .cookies(copy -> copy.addAll(answer.cookies()));
        return answer.bodyToMono(byte[].class)
                .map(bytes -> same.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)))
                        .build())
                .switchIfEmpty(Mono.fromSupplier(same::build));
    }

    /** What was submitted; away when told so. */
    public static final class Broker implements Submissions, Cancellations, ViewProgress {
        public final Queue<JobSubmitted> taken = new ConcurrentLinkedQueue<>();
        public final Queue<JobId> cancelled = new ConcurrentLinkedQueue<>();
        public volatile Mono<Void> answer = Mono.empty();
        public volatile boolean caughtUp = true;

        @Override
        public Mono<Void> add(JobSubmitted job) {
            return answer.doOnSuccess(done -> taken.add(job));
        }

        @Override
        public Mono<Void> add(Progress.Cancelled fact) {
            return answer.doOnSuccess(done -> cancelled.add(fact.jobId()));
        }

        @Override
        public boolean caughtUp() {
            return caughtUp;
        }
    }

    /** What was stored; away when told so. */
    public static final class Database implements JobArchive, PastExecutions {
        public final Map<JobId, JobResult> rows = new ConcurrentHashMap<>();
        public final List<ExecutionSummary> history = new CopyOnWriteArrayList<>();
        public final List<String> asked = new CopyOnWriteArrayList<>();
        public volatile boolean away;

        @Override
        public Mono<JobResult> find(JobId id) {
            return away ? Mono.error(new IllegalStateException("connection refused")) : Mono.justOrEmpty(rows.get(id));
        }

        @Override
        public Flux<ExecutionSummary> of(String userId, @Nullable HistoryCursor before, int limit) {
            asked.add(userId);
            return away
                    ? Flux.error(new IllegalStateException("connection refused"))
                    : Flux.fromIterable(history)
                            .filter(line -> before == null || line.createdAt().isBefore(before.createdAt()))
                            .take(limit);
        }
    }
}
