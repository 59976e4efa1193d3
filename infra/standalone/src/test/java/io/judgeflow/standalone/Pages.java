package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tests of the pages, which a real browser runs. */
final class Pages {

    private static final Path SOURCES = Path.of("src", "test", "browser");
    private static final Path INSTALLED = Path.of("target", "browser");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MINUTES = 5;

    private final String browser;

    private Pages(String browser) {
        this.browser = browser;
    }

    /** Gets them ready. On a machine that cannot run them the test is skipped, but not where {@code CI} is set. */
    static Pages prepare() throws IOException, InterruptedException {
        var missing = Stream.of("chromium", "node", "npm")
                .filter(program -> program(program).isEmpty())
                .toList();
        var reason = "no " + missing + " on this machine; install the packages chromium, nodejs and npm";
        assumeTrue(missing.isEmpty() || System.getenv("CI") != null, "skipped: " + reason);
        assertThat(missing).as(reason).isEmpty();
        install();
        return new Pages(program("chromium").orElseThrow().toString());
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Exactly what the lock file says, unless that is there. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        var lock = INSTALLED.resolve("package-lock.json");
        var fresh = Files.exists(INSTALLED.resolve("installed"))
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!fresh) {
            run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            Files.writeString(INSTALLED.resolve("installed"), "");
        }
    }

    /**
     * Runs one file of tests; what they said is in the failure.
     *
     * @param facts what they need to know, such as where the gateway is
     */
    void pass(String file, Map<String, String> facts) throws IOException, InterruptedException {
        var environment = new HashMap<>(facts);
        environment.put("CHROMIUM", browser);
        environment.put("SCREENSHOTS", SCREENSHOTS.toAbsolutePath().toString());
        var said = run(environment, "node", "--test", "--test-reporter=spec", file);
        assertThat(said).contains("fail 0").doesNotContain("tests 0");
    }

    private static String run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("pages", ".log");
        var builder = new ProcessBuilder(words)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as(Files.readString(output))
                    .isTrue();
            var said = Files.readString(output);
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
