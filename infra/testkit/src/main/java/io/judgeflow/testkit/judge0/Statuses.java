package io.judgeflow.testkit.judge0;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The statuses of Judge0 1.13.1; ids run from 1. */
final class Statuses {

    private static final List<String> DESCRIPTIONS = List.of(
            "In Queue",
            "Processing",
            "Accepted",
            "Wrong Answer",
            "Time Limit Exceeded",
            "Compilation Error",
            "Runtime Error (SIGSEGV)",
            "Runtime Error (SIGXFSZ)",
            "Runtime Error (SIGFPE)",
            "Runtime Error (SIGABRT)",
            "Runtime Error (NZEC)",
            "Runtime Error (Other)",
            "Internal Error",
            "Exec Format Error");

    private Statuses() {}

    static String description(int status) {
        return DESCRIPTIONS.get(status - 1);
    }

    static List<Map<String, Object>> all() {
        return IntStream.rangeClosed(1, DESCRIPTIONS.size())
                .mapToObj(id -> Map.<String, Object>of("id", id, "description", description(id)))
                .toList();
    }
}
