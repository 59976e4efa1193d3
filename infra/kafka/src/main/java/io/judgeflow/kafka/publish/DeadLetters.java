package io.judgeflow.kafka.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/**
 * Puts aside what cannot be read or not be ended: the bytes as received, with headers that say whence ({@code
 * dl_topic}, {@code dl_partition}, {@code dl_offset}), who gave up ({@code dl_stage}) and why ({@code dl_reason}).
 */
public final class DeadLetters {

    /** How the reason ends where the value is not there. */
    static final String TOO_LARGE = "; too large to be kept here";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final String prefix;
    private final MeterRegistry meters;

    /** @param prefix first part of the topics' names */
    public DeadLetters(KafkaTemplate<byte[], byte[]> kafka, String prefix, MeterRegistry meters) {
        this.kafka = kafka;
        this.prefix = prefix;
        this.meters = meters;
    }

    /** Counts those of a stage: {@code judgeflow.dead.letters}. */
    public static Counter counter(MeterRegistry meters, Stage stage) {
        return Counter.builder("judgeflow.dead.letters")
                .description("records that were put aside")
                .tag("stage", name(stage))
                .register(meters);
    }

    /** Those of this stage are counted from now on, so that the first one is seen to be one more. */
    public void expectFrom(Stage stage) {
        counter(meters, stage);
    }

    /** Completes when the brokers have the dead letter. */
    public Mono<Void> send(ConsumerRecord<byte[], byte[]> record, Stage stage, String reason) {
        return Acknowledged.by(() -> kafka.send(letter(record, stage, reason, prefix)))
                .onErrorResume(RecordTooLargeException.class, e -> withoutValue(record, stage, reason))
                .doOnSuccess(done -> sent(record, stage, reason));
    }

    private void sent(ConsumerRecord<?, ?> record, Stage stage, String reason) {
        counter(meters, stage).increment();
        LOG.warn(
                "dead letter from {}: {}-{}@{}: {}",
                stage,
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
    }

    /** Puts one back where it came from, as it was; completes when the brokers have it. */
    public Mono<Void> emit(DeadLetter letter) {
        return Acknowledged.by(() -> {
            var from = letter.from().partition();
            var there = kafka.partitionsFor(letter.topic()).size();
            return kafka.send(letter.asItWas(from >= 0 && from < there ? from : null));
        });
    }

    /** The value is what the brokers would not take; where it lies is in the headers. */
    private Mono<Void> withoutValue(ConsumerRecord<byte[], byte[]> record, Stage stage, String reason) {
        var where = new ConsumerRecord<byte[], byte[]>(
                record.topic(), record.partition(), record.offset(), new byte[0], new byte[0]);
        return Acknowledged.by(() -> kafka.send(letter(where, stage, reason + TOO_LARGE, prefix)));
    }

    /**
     * A failure as a reason, or for a log: what we said ourselves, which quotes no record; of what others threw only the
     * kind, and where we were, as their messages may.
     */
    public static String reason(Throwable thrown) {
        var frames = List.of(thrown.getStackTrace());
        if (!frames.isEmpty() && ours(frames.getFirst())) {
            return String.valueOf(thrown.getMessage());
        }
        return frames.stream()
                .filter(DeadLetters::ours)
                .findFirst()
                .map(frame -> thrown.getClass().getName() + " at " + frame)
                .orElse(thrown.getClass().getName());
    }

    private static boolean ours(StackTraceElement frame) {
        return frame.getClassName().startsWith("io.judgeflow.");
    }

    /** The dead letter itself, for those who have a producer of their own (Kafka Streams). */
    public static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, Stage stage, String reason, String prefix) {
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS.name(prefix), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("dl_topic", bytes(record.topic()))
                .add("dl_partition", bytes(String.valueOf(record.partition())))
                .add("dl_offset", bytes(String.valueOf(record.offset())))
                .add("dl_stage", bytes(name(stage)))
                .add("dl_reason", bytes(reason));
        return letter;
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
