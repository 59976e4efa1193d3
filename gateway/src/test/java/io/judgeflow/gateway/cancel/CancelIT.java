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
import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.TopicTail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** A gateway on a real broker, and submissions of a producer with a partitioner of its own. */
class CancelIT {

    @TempDir
    private static Path data;

    @Test
    void writesTheFactBesideTheSubmissionWhereverThatLies() {
        try (var broker = KafkaBroker.start(data, LoopbackPort.ANY, LoopbackPort.ANY);
                var gateway = gateway(broker)) {
            var facts = new ConcurrentHashMap<JobId, Integer>();
            var tail = tail(broker, facts);
            tail.start();
            var submissions = new ConcurrentHashMap<JobId, Integer>();
            for (var partition = 0; partition < 3; partition++) {
                var job = job();
                submissions.put(job.jobId(), partition);
                gateway.getBean(EventPublisher.class)
                        .publish(Topics.SUBMISSIONS, partition, job.jobId(), job)
                        .block();
            }
            var view = gateway.getBean(JobView.class);
            await().until(() -> view.size() == submissions.size());
            submissions.keySet().forEach(id -> assertThat(cancel(gateway, id)).isEqualTo(202));
            await().untilAsserted(() -> assertThat(facts).isEqualTo(submissions));
            tail.stop();
        }
    }

    private static TopicTail tail(KafkaBroker broker, Map<JobId, Integer> partitions) {
        return new TopicTail(consumers(broker), "judgeflow", Clock.systemUTC())
                .onPlaced(
                        Topics.VERDICTS,
                        null,
                        fact -> partitions.put(
                                fact.value().jobId(), fact.origin().partition()));
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

    private static int cancel(ConfigurableApplicationContext gateway, JobId id) {
        var server = ((WebServerApplicationContext) gateway).getWebServer();
        var address = "http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + "/api/executions/" + id;
        var request = HttpRequest.newBuilder(URI.create(address)).DELETE().build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(KafkaBroker broker) {
        return new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static ConfigurableApplicationContext gateway(KafkaBroker broker) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.name=gateway",
                        "--server.port=0",
                        "--judgeflow.gateway.cancel.end=100ms",
                        "--judgeflow.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--judgeflow.database.url=postgresql://nobody:nothing@127.0.0.1:1/none");
    }
}
