package io.judgeflow.poller;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.callback.Called;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.telemetry.trace.TraceParent;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes what callbacks brought to the brokers, on a thread of its own: handing a record to the Kafka client may block,
 * and callbacks arrive on event loops. What cannot be taken is not lost, the poll brings it again.
 */
@Component
final class CallbackOutbox implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackOutbox.class);

    /** Each at most four outputs of {@link Judgement#LONGEST_OUTPUT}. */
    private static final int WAITING = 256;

    private final EventPublisher events;
    private final RecentlyJudged judged;
    private final JudgedStages stages;
    private final Scheduler thread = Schedulers.newBoundedElastic(1, WAITING, "callbacks");

    CallbackOutbox(EventPublisher events, RecentlyJudged judged, JudgedStages stages) {
        this.events = events;
        this.judged = judged;
        this.stages = stages;
    }

    /** False when there is no room; then it is as if the callback had never come. */
    boolean verdict(Called.About about, Progress.Judged verdict, Optional<TraceParent> trace) {
        var attempt = about.attempt();
        var published = events.publish(Topics.VERDICTS, about.partition(), attempt.jobId(), verdict)
                .doOnSuccess(done -> judged.confirm(attempt))
                .doOnError(e -> judged.forget(attempt));
        var taken = submit(stages.noted(verdict, published)
                .contextWrite(context -> trace.map(known -> context.put(TraceParent.class, known))
                        .orElse(context)));
        if (!taken) {
            judged.forget(attempt);
        }
        return taken;
    }

    /** False when there is no room. */
    <K, V> boolean put(Topic<K, V> topic, K key, V value) {
        return submit(events.publish(topic, key, value));
    }

    private boolean submit(Mono<Void> publication) {
        try {
            thread.schedule(() -> publication.subscribe(
                    done -> {}, e -> LOG.warn("a callback is left to the poll: {}", e.getMessage())));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @Override
    public void destroy() {
        thread.dispose();
    }
}
