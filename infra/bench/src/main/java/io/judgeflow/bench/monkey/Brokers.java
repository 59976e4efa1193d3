package io.judgeflow.bench.monkey;

import io.judgeflow.embedded.BrokerCluster;
import io.judgeflow.testkit.process.MemberProcess;
import io.judgeflow.testkit.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Three, each in a process of its own. */
final class Brokers implements AutoCloseable {

    private static final int HEAP = 256;

    private final BrokerCluster cluster = BrokerCluster.create();
    private final @Nullable ServiceProcess[] members = new ServiceProcess[BrokerCluster.SIZE];
    private final Path directory;
    private final Admin admin;

    Brokers(Path directory) {
        this.directory = directory;
        IntStream.rangeClosed(1, BrokerCluster.SIZE).forEach(this::start);
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    void start(int number) {
        members[number - 1] = MemberProcess.start(HEAP, directory.resolve("broker-" + number), cluster.member(number));
    }

    /** One of them, from 1. */
    ServiceProcess member(int number) {
        var member = members[number - 1];
        if (member == null) {
            throw new IllegalStateException("broker " + number + " was never started");
        }
        return member;
    }

    /** True when they have found each other, so that a topic can have its copies. */
    boolean allThere() {
        return answer(() -> admin.describeCluster().nodes().get().size() == BrokerCluster.SIZE);
    }

    /** True when all three have everything. */
    boolean complete() {
        return answer(() -> {
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.isr().size() == BrokerCluster.SIZE);
        });
    }

    /** No answer is a no. */
    private static boolean answer(Callable<Boolean> question) {
        try {
            return question.call();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        List.of(1, 2, 3).forEach(number -> member(number).close());
    }
}
