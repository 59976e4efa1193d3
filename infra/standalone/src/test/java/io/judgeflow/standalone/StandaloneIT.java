package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneIT {

    @TempDir
    Path directory;

    @Test
    void startsAnswersAndStopsWithinSeconds() throws Exception {
        try (var stack = StackProcess.start(directory)) {
            stack.awaitReady();
            assertThat(stack.output()).contains("127.0.0.1:" + get(stack).split(":", 2)[1]);
            stack.interrupt();
            assertThat(stack.status(10)).isEqualTo(143);
            assertThat(postmaster()).doesNotExist();
            assertThat(stack.output()).doesNotContain(" WARN ", " ERROR ", "Exception");
        }
    }

    @Test
    void startsAgainAfterAKill() throws Exception {
        try (var stack = StackProcess.start(directory)) {
            stack.awaitReady();
            Files.writeString(directory.resolve(DataDirectory.TEMPORARY).resolve("left"), "behind");
            stack.kill();
        }
        try (var stack = StackProcess.start(directory)) {
            stack.awaitReady();
            assertThat(directory.resolve(DataDirectory.TEMPORARY)).isEmptyDirectory();
            stack.interrupt();
            stack.status(10);
        }
    }

    @Test
    void stopsWhileItStarts() throws Exception {
        try (var stack = StackProcess.start(directory)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(directory.resolve("kafka")));
            stack.interrupt();
            stack.status(20);
            assertThat(postmaster()).doesNotExist();
            assertThat(stack.output()).doesNotContain("Playground", "Exception");
        }
    }

    @Test
    void keepsNothingWhenEphemeral() throws Exception {
        var ephemeral = directory.resolve("ephemeral");
        try (var stack = StackProcess.start(ephemeral, "--ephemeral")) {
            stack.awaitReady();
            assertThat(ephemeral).isNotEmptyDirectory();
            stack.interrupt();
            stack.status(10);
            assertThat(ephemeral).doesNotExist();
        }
    }

    @Test
    void saysInOneSentenceThatTheDataIsInUse() throws Exception {
        try (var first = StackProcess.start(directory)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(directory.resolve("kafka")));
            try (var second = StackProcess.start(directory)) {
                assertThat(second.status(20)).isEqualTo(1);
                assertThat(second.output()).isEqualTo("%s is in use by another process.%n", directory);
            }
            assertThat(first.isAlive()).isTrue();
            first.interrupt();
            first.status(20);
        }
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var stack = StackProcess.start(directory, "--kafka-port=" + other.getLocalPort())) {
            assertThat(stack.status(20)).isEqualTo(1);
            assertThat(stack.output())
                    .isEqualTo(
                            "Port %d, wanted for Kafka (--kafka-port), is taken by another process.%n",
                            other.getLocalPort());
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnow() throws Exception {
        try (var stack = StackProcess.start(directory, "--prot=1")) {
            assertThat(stack.status(20)).isEqualTo(2);
            assertThat(stack.output()).startsWith("Unknown option: '--prot=1'");
        }
    }

    private Path postmaster() {
        return directory.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    }

    private static String get(StackProcess stack) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.playground())).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
