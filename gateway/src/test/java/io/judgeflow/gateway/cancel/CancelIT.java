package io.judgeflow.gateway.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.RealGateway;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** A gateway on a real broker, and submissions of a producer with a partitioner of its own. */
class CancelIT {

    @TempDir
    private static Path data;

    @Test
    void writesTheFactBesideTheSubmissionWhereverThatLies() {
        try (var broker = TestKafka.start(data);
                var gateway = RealGateway.on(broker.bootstrapServers(), "judgeflow.gateway.cancel.end=100ms")) {
            var facts = new ConcurrentHashMap<JobId, Integer>();
            var tail = tail(broker, facts);
            tail.start();
            var submissions = new ConcurrentHashMap<JobId, Integer>();
            for (var partition = 0; partition < 3; partition++) {
                var job = job();
                submissions.put(job.jobId(), partition);
                gateway.context()
                        .getBean(EventPublisher.class)
                        .publish(Topics.SUBMISSIONS, partition, job.jobId(), job)
                        .block();
            }
            var view = gateway.context().getBean(JobView.class);
            await().until(() -> view.size() == submissions.size());
            submissions.keySet().forEach(id -> assertThat(cancel(gateway, id)).isEqualTo(202));
            await().untilAsserted(() -> assertThat(facts).isEqualTo(submissions));
            tail.stop();
        }
    }

    private static TopicTail tail(TestKafka broker, Map<JobId, Integer> partitions) {
        return new TopicTail(consumers(broker), "judgeflow", Clock.systemUTC())
                .onUnread(
                        Topics.VERDICTS,
                        null,
                        fact -> partitions.put(fact.key(), fact.origin().partition()));
    }

    private static JobSubmitted job() {
        return new JobSubmitted(
                Schema.VERSION,
                new JobId(UUID.randomUUID()),
                null,
                "python",
                "print(1)",
                List.of(new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Clock.systemUTC().instant());
    }

    private static int cancel(RealGateway gateway, JobId id) {
        return gateway.send(gateway.request("/api/executions/" + id).DELETE())
                .join()
                .statusCode();
    }

    private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(TestKafka broker) {
        return new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
