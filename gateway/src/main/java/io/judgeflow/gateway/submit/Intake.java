package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.gateway.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands jobs to the brokers: so many at once, for so long, on a thread of its own. A Kafka producer whose brokers are
 * away blocks its caller; on an event loop that would hold up every stream and status.
 */
@Component
class Intake implements DisposableBean {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Submissions submissions;
    private final IntakeSettings settings;
    private final Scheduler thread = Schedulers.newSingle("intake", true);
    private final AtomicInteger waiting = new AtomicInteger();

    Intake(Submissions submissions, IntakeSettings settings) {
        this.submissions = submissions;
        this.settings = settings;
    }

    /** Completes once the job is safe; fails with a {@link Problem} otherwise. */
    Mono<Void> take(JobSubmitted job) {
        return Mono.defer(() -> waiting.incrementAndGet() > settings.waiting() ? full() : handOn(job))
                .doFinally(signal -> waiting.decrementAndGet());
    }

    @Override
    public void destroy() {
        thread.dispose();
    }

    private Mono<Void> handOn(JobSubmitted job) {
        return submissions
                .add(job)
                .subscribeOn(thread)
                .timeout(settings.patience())
                .onErrorMap(Intake::notTaken);
    }

    private static Mono<Void> full() {
        return Mono.error(Problem.unavailable("Too many submissions wait to be stored.", RETRY_AFTER, null));
    }

    private static Throwable notTaken(Throwable cause) {
        return cause instanceof RecordTooLargeException
                ? Problem.tooLarge("The submission is larger than the brokers take.")
                : Problem.unavailable("The submission could not be stored. Please try again.", RETRY_AFTER, cause);
    }
}
