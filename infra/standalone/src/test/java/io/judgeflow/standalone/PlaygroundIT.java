package io.judgeflow.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a whole stack, used with a real browser. */
class PlaygroundIT {

    @TempDir
    private static Path directory;

    private static Pages pages;
    private static StackProcess stack;

    @BeforeAll
    static void start() throws Exception {
        pages = Pages.prepare();
        stack = StackProcess.startAll(directory).awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void runsProgramsAndShowsHowTheyCameOut() throws Exception {
        pass("playground.test.mjs");
    }

    @Test
    void showsThePipelineAsItRuns() throws Exception {
        pass("pipeline.test.mjs");
    }

    @Test
    void canBeUsedByEveryoneInLightAndDarkAndOnAPhone() throws Exception {
        pass("everyone.test.mjs");
    }

    private static void pass(String file) throws Exception {
        pages.pass(file, Map.of("GATEWAY", stack.playground()));
    }
}
