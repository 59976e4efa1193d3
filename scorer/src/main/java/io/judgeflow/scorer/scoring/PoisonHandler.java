package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetters;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What cannot be read goes to the dead letters and the next record goes on; a submission is put aside by the submitter,
 * once. Made by Kafka Streams, by its name.
 */
public final class PoisonHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** The setting that holds the first part of the topics' names. */
    static final String PREFIX = "judgeflow.prefix";

    /** The setting that holds what counts the dead letters; an object, as Kafka Streams takes no others of ours. */
    static final String COUNTER = "judgeflow.dead-letters.counter";

    private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

    private String prefix = "";
    private @Nullable Counter counter;

    @Override
    public void configure(Map<String, ?> configs) {
        prefix = String.valueOf(configs.get(PREFIX));
        if (configs.get(COUNTER) instanceof Counter given) {
            counter = given;
        }
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (record.topic().equals(Topics.SUBMISSIONS.name(prefix))) {
            return DeserializationExceptionHandler.Response.resume();
        }
        var reason = DeadLetters.reason(exception);
        LOG.warn("dead letter: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason);
        count();
        return DeserializationExceptionHandler.Response.resume(
                List.of(DeadLetters.letter(record, Stage.SCORER, reason, prefix)));
    }

    /** What is read and cannot be folded goes the same way: a partition never stands still. */
    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> message, Exception exception) {
        if (context.topic() == null || ours(exception)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        var reason = DeadLetters.reason(exception);
        LOG.error("dead letter: {}-{}@{}: {}", context.topic(), context.partition(), context.offset(), reason);
        count();
        var record = new ConsumerRecord<>(
                context.topic(),
                context.partition(),
                context.offset(),
                context.timestamp(),
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.headers(),
                Optional.empty());
        return ProcessingExceptionHandler.Response.resume(
                List.of(DeadLetters.letter(record, Stage.SCORER, reason, prefix)));
    }

    private void count() {
        if (counter != null) {
            counter.increment();
        }
    }

    /** A send that failed is told while another record is being processed, which must not pay for it. */
    private static boolean ours(Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException) {
                return true;
            }
        }
        return false;
    }
}
