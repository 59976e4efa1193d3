package io.judgeflow.scorer.scoring;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state or result that the brokers will never take is dropped, and its job left to the last net: one job must not stop
 * all others. Output budgets keep this from happening. Made by Kafka Streams, by its name.
 */
public final class OversizeHandler implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OversizeHandler.class);

    @Override
    public void configure(Map<String, ?> configs) {
        LOG.trace("nothing to configure");
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RecordTooLargeException) {
            LOG.error("a record for {} is larger than the brokers take and is dropped", record.topic(), exception);
            return Response.resume();
        }
        return Response.fail();
    }
}
