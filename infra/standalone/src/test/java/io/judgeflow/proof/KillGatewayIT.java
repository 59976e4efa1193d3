package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.process.WebProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
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
    private final List<WebProcess> gateways = new ArrayList<>();
    private TestKafka broker;
    private Platform platform;
    private volatile boolean enough;

    @BeforeEach
    void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        platform = new Platform(broker.bootstrapServers(), 4);
        for (var i = 0; i < 2; i++) {
            ports.add(WebProcess.freePort());
            gateways.add(gateway(i));
        }
        gateways.forEach(WebProcess::awaitReady);
    }

    @AfterEach
    void stop() {
        enough = true;
        gateways.forEach(WebProcess::close);
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
            gateways.get(one).close();
            gateways.set(one, gateway(one).awaitReady());
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
                                .map(tick -> enough ? Changes.done(state) : Changes.running(state))
                                .flatMap(next -> publish(next).thenReturn(next)))
                .last();
    }

    private Future<Follower> follow(String path) {
        return clients.submit(new Follower(http, ports, path));
    }

    private Mono<Void> publish(JobResult state) {
        return platform.publish(Topics.RESULTS, state.jobId(), state);
    }

    /** Without a database: what it tells comes straight from the topic. */
    private WebProcess gateway(int number) {
        var settings = Map.of(
                "spring.config.name",
                "gateway",
                "server.port",
                String.valueOf(ports.get(number)),
                "judgeflow.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "judgeflow.database.url",
                "postgresql://nobody:nothing@127.0.0.1:1/none");
        var own = directory.resolve("gateway-" + number);
        return WebProcess.start(GatewayApplication.class, 160, ServiceProcess.QUICK, own, settings);
    }
}
