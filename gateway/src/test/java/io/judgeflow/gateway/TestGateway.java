package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.leaderboard.BoardArchive;
import io.judgeflow.gateway.lookup.JobArchive;
import io.judgeflow.gateway.submit.Submissions;
import io.judgeflow.gateway.view.ViewProgress;
import io.judgeflow.web.OwnEventLoops;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The whole gateway on its real HTTP stack; brokers and database are objects that a test can reach into. Not annotated as
 * a configuration, so that no scan finds it.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@Import(OwnEventLoops.class)
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

    /** What was submitted; away when told so. */
    public static final class Broker implements Submissions, ViewProgress {
        public final Queue<JobSubmitted> taken = new ConcurrentLinkedQueue<>();
        public volatile Mono<Void> answer = Mono.empty();
        public volatile boolean caughtUp = true;

        @Override
        public Mono<Void> add(JobSubmitted job) {
            return answer.doOnSuccess(done -> taken.add(job));
        }

        @Override
        public boolean caughtUp() {
            return caughtUp;
        }
    }

    /** What was stored; away when told so. */
    public static final class Database implements JobArchive {
        public final Map<JobId, JobResult> rows = new ConcurrentHashMap<>();
        public volatile boolean away;

        @Override
        public Mono<JobResult> find(JobId id) {
            return away ? Mono.error(new IllegalStateException("connection refused")) : Mono.justOrEmpty(rows.get(id));
        }
    }
}
