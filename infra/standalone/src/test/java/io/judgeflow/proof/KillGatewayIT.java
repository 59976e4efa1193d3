package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.GatewayApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two gateways of which one dies, and then the other, while jobs change and clients follow them. The results come
 * straight from the topic. {@code -Dkills=10} makes it ten times.
 */
class KillGatewayIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int JOBS = 40;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServiceProcess> gateways = new ArrayList<>();
    private KafkaBroker broker;
    private Platform platform;
    private volatile boolean enough;

    @BeforeEach
    void start() throws IOException {
        broker = KafkaBroker.start(directory.resolve("kafka"), LoopbackPort.ANY, LoopbackPort.ANY);
        platform = new Platform(broker.bootstrapServers(), 4);
        for (var i = 0; i < 2; i++) {
            try (var free = new ServerSocket(0)) {
                ports.add(free.getLocalPort());
            }
            gateways.add(gateway(i));
        }
        ports.forEach(this::awaitReady);
    }

    @AfterEach
    void stop() {
        enough = true;
        gateways.forEach(ServiceProcess::close);
        clients.close();
        http.close();
        platform.close();
        broker.close();
    }

    @Test
    @Timeout(600)
    void aStreamGoesOnAtTheOtherGateway() throws Exception {
        var jobs = IntStream.range(0, JOBS)
                .mapToObj(i -> JobResult.queued(Platform.job("x")))
                .toList();
        Flux.fromIterable(jobs).flatMap(this::publish).blockLast(PATIENCE);
        var ends = Flux.fromIterable(jobs).flatMap(this::change, JOBS).collectMap(JobResult::jobId, JobResult::version);
        var told = ends.toFuture();
        var single =
                jobs.stream().map(job -> follow("/api/stream/" + job.jobId())).toList();
        var pairs = IntStream.range(0, JOBS / 2)
                .mapToObj(i -> follow("/api/stream?jobs=" + id(jobs, 2 * i) + "," + id(jobs, 2 * i + 1)))
                .toList();
        for (var kill = 0; kill < KILLS; kill++) {
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            var one = kill % gateways.size();
            gateways.get(one).kill();
            gateways.set(one, gateway(one));
            awaitReady(ports.get(one));
        }
        enough = true;
        verify(jobs, told.get(), single, pairs);
    }

    private void verify(
            List<JobResult> jobs, Map<JobId, Long> ends, List<Future<Follower>> single, List<Future<Follower>> pairs)
            throws Exception {
        var resumptions = 0;
        for (var i = 0; i < JOBS; i++) {
            var job = id(jobs, i);
            single.get(i).get().verify(job, ends.getOrDefault(job, 0L));
            pairs.get(i / 2).get().verify(job, ends.getOrDefault(job, 0L));
            resumptions += single.get(i).get().resumptions();
        }
        assertThat(resumptions).as("resumptions").isPositive();
        System.out.printf(
                "%d kills of one of two gateways, %d streams, %d resumed: of %d changes every stream was told those that"
                        + " came while it was open, none twice, and the end%n",
                KILLS,
                single.size() + pairs.size(),
                resumptions,
                ends.values().stream().mapToLong(version -> version).sum());
    }

    private static JobId id(List<JobResult> jobs, int number) {
        return jobs.get(number).jobId();
    }

    /** Changes now and then until enough gateways have died, and then ends; gives the last state. */
    private Mono<JobResult> change(JobResult first) {
        return Mono.just(first)
                .expand(state -> state.status().terminal()
                        ? Mono.empty()
                        : Mono.delay(BETWEEN_CHANGES)
                                .map(tick -> enough ? done(state) : running(state))
                                .flatMap(next -> publish(next).thenReturn(next)))
                .last();
    }

    private Future<Follower> follow(String path) {
        return clients.submit(new Follower(http, ports, path));
    }

    private Mono<Void> publish(JobResult state) {
        return platform.publish(Topics.RESULTS, state.jobId(), state);
    }

    private static JobResult running(JobResult state) {
        var standing = new JobResult.Standing(Status.RUNNING, null, null, RunOutput.NOTHING);
        return state.next(state.tests(), standing, Instant.now());
    }

    private static JobResult done(JobResult state) {
        var standing = new JobResult.Standing(Status.DONE, 100, null, RunOutput.NOTHING);
        return state.next(state.tests(), standing, Instant.now());
    }

    private ServiceProcess gateway(int number) {
        return ServiceProcess.start(
                GatewayApplication.class,
                160,
                directory.resolve("gateway-" + number),
                Map.of(
                        "spring.config.name",
                        "gateway",
                        "server.port",
                        String.valueOf(ports.get(number)),
                        "judgeflow.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "judgeflow.database.url",
                        "postgresql://nobody:nothing@127.0.0.1:1/none"));
    }

    /** Once it answers and has read what there is. */
    private void awaitReady(int port) {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200);
    }
}
