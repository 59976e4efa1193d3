package io.judgeflow.kafka.listen;

import static java.util.stream.Collectors.toMap;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.kafka.PollingThread;
import io.judgeflow.kafka.lag.Consumption;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Listens to topics in a consumer group. Many records are under way at once, none holds up another, and each partition
 * is committed up to its first record that has not ended, so that a crash loses nothing. A record with a
 * {@link io.judgeflow.contracts.event.Due due time} waits for it, and holds up only its own partition. The polling
 * thread never blocks but in {@code poll}.
 */
public final class TopicListener implements SmartLifecycle, Consumption, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(TopicListener.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final ListenerSettings settings;
    private final Map<String, Subscription<?, ?>> subscriptions;
    private final Work work;
    private final Clock clock;
    private final PollingThread thread;
    private long committedAt;
    private int turns;
    private volatile @Nullable Window window;

    TopicListener(
            ConsumerFactory<byte[], byte[]> consumers,
            ListenerSettings settings,
            Map<String, Subscription<?, ?>> subscriptions,
            Work work,
            Clock clock) {
        this.consumers = consumers;
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.work = work;
        this.clock = clock;
        this.thread = new PollingThread(settings.group() + "-listener", this::listen);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop(DRAIN.plusSeconds(2));
    }

    @Override
    public boolean isRunning() {
        return thread.running();
    }

    @Override
    public String group() {
        return settings.group();
    }

    @Override
    public Collection<String> topics() {
        return subscriptions.keySet();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("judgeflow.in.flight", () -> window == null ? 0 : window.taken())
                .description("records that this process has under way")
                .tag("group", group())
                .register(meters);
    }

    private void listen() {
        try (var consumer = consumers.createConsumer(settings.group(), null, null, settings.properties())) {
            var assignment = new Assignment(consumer, subscriptions);
            var window = new Window(settings.window(), settings.bytes(), consumer::wakeup);
            this.window = window;
            consumer.subscribe(List.copyOf(subscriptions.keySet()), assignment);
            while (thread.running()) {
                turn(consumer, assignment, window);
            }
            drain(consumer, assignment);
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, Assignment assignment, Window window) {
        try {
            var patience = startDue(assignment, window);
            assignment.steer(!window.wanted());
            commit(assignment);
            consumer.poll(patience).forEach(assignment::add);
        } catch (WakeupException e) {
            LOG.trace("there is room in the window again");
        }
    }

    private Duration startDue(Assignment assignment, Window window) {
        var now = clock.millis();
        var next = now + LONGEST_POLL.toMillis();
        // Whoever comes first takes the places in the window that are free: each lane in turn.
        var lanes = new ArrayList<>(assignment.lanes());
        Collections.rotate(lanes, turns++);
        for (var lane : lanes) {
            next = Math.min(next, lane.startDue(now, window, (delivery, slot) -> begin(delivery, slot, window)));
        }
        return Duration.ofMillis(next - now);
    }

    private void begin(Delivery delivery, OffsetTracker.Slot slot, Window window) {
        work.on(delivery)
                .doFinally(signal -> {
                    slot.end();
                    window.give(delivery.bytes());
                })
                .subscribe();
    }

    private void commit(Assignment assignment) {
        if (clock.millis() - committedAt >= settings.commitInterval().toMillis()) {
            committedAt = clock.millis();
            assignment.commit();
        }
    }

    /** Lets what is under way end, without taking anything new, and commits it. */
    private void drain(Consumer<byte[], byte[]> consumer, Assignment assignment) {
        var end = clock.millis() + DRAIN.toMillis();
        while (!assignment.idle() && clock.millis() < end) {
            try {
                consumer.pause(consumer.assignment());
                consumer.poll(Duration.ofMillis(10));
            } catch (WakeupException e) {
                LOG.trace("one more has ended");
            }
        }
        assignment.end();
    }

    /** What several listeners of one service have in common. */
    public record Factory(
            ConsumerFactory<byte[], byte[]> consumers,
            DeadLetters deadLetters,
            String prefix,
            Clock clock,
            Tracing tracing) {

        /** A listener to these topics; it starts and stops with the application. */
        public TopicListener listen(
                Stage stage, ListenerSettings settings, List<? extends Subscription<?, ?>> subscriptions) {
            var byName =
                    subscriptions.stream().collect(toMap(s -> s.topic().name(prefix), s -> (Subscription<?, ?>) s));
            deadLetters.expectFrom(stage);
            var prefixed = settings.named(prefix + "-" + settings.group());
            return new TopicListener(
                    consumers, prefixed, Map.copyOf(byName), new Work(deadLetters, stage, tracing), clock);
        }
    }
}
