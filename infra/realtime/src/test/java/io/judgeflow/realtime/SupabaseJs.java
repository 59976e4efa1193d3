package io.judgeflow.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The unmodified supabase-js in a process of its own, told what to do and heard. */
final class SupabaseJs implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "test", "supabase-js");
    private static final Path INSTALLED = Path.of("target", "supabase-js");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "client.mjs");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final PrintStream input;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

    private SupabaseJs(Process process) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual()
                .start(() -> process.inputReader(StandardCharsets.UTF_8)
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .forEach(heard::add));
    }

    static boolean canRun() {
        try {
            return run(Path.of("."), "npm", "--version").waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Installs exactly what the lock file says, unless that is there. */
    static SupabaseJs start() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        var lock = INSTALLED.resolve("package-lock.json");
        var fresh = Files.exists(INSTALLED.resolve("installed"))
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        for (var file : FILES) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!fresh) {
            var npm = run(INSTALLED, "npm", "ci", "--no-audit", "--no-fund");
            assertThat(npm.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(npm.exitValue()).as("npm ci").isZero();
            Files.writeString(INSTALLED.resolve("installed"), "");
        }
        return new SupabaseJs(new ProcessBuilder("node", "client.mjs")
                .directory(INSTALLED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static Process run(Path directory, String... words) throws IOException {
        return new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    SupabaseJs tell(Map<String, ?> order) {
        input.println(JsonMapper.shared().writeValueAsString(order));
        return this;
    }

    SupabaseJs changes(String client, String channel, String filter) {
        return tell(Map.of("do", "changes", "client", client, "channel", channel, "filter", filter));
    }

    SupabaseJs listen(String client, String channel) {
        return tell(Map.of("do", "listen", "client", client, "channel", channel));
    }

    /** What was heard on a channel, of one kind, so far. */
    List<JsonNode> heard(String client, String channel, String kind) {
        return heard.stream()
                .filter(line -> line.path("client").asString().equals(client))
                .filter(line -> line.path("channel").asString().equals(channel))
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(line -> line.path("payload"))
                .toList();
    }

    /** Milliseconds from the commit of each change to its callback, so far; shortest first. */
    List<Long> delays(String client, String channel) {
        return heard.stream()
                .filter(line -> line.path("client").asString().equals(client))
                .filter(line -> line.path("channel").asString().equals(channel))
                .filter(line -> line.path("kind").asString().equals("change"))
                .map(line -> line.path("at").asLong()
                        - Instant.parse(line.at("/payload/commit_timestamp").asString())
                                .toEpochMilli())
                .sorted()
                .toList();
    }

    /** The same, once there are that many. */
    List<JsonNode> await(String client, String channel, String kind, int count) {
        return await(() -> heard(client, channel, kind), count);
    }

    /** Until the endpoint has said, that many times, that changes are seen. */
    void awaitReady(String client, String channel, int times) {
        await(
                () -> heard(client, channel, "system").stream()
                        .filter(said -> said.path("status").asString().equals("ok"))
                        .toList(),
                times);
    }

    /** Until the client is in that state; the reason, if there is one. */
    String awaitStatus(String client, String channel, String status) {
        var found = await(
                () -> heard(client, channel, "status").stream()
                        .filter(said -> said.path("status").asString().equals(status))
                        .toList(),
                1);
        return found.getFirst().path("error").asString("");
    }

    private List<JsonNode> await(Supplier<List<JsonNode>> question, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(question.get()).as("of %s", heard).hasSizeGreaterThanOrEqualTo(count));
        return question.get();
    }

    @Override
    public void close() {
        input.close();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
