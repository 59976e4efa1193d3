package io.judgeflow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one run: a table for people, one line of JSON for programs. Its first row is the baseline. */
public final class Report {

    private final String scenario;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    public Report(String scenario) {
        this.scenario = scenario;
    }

    /** Adds a row and says on standard error that it is there. */
    public void add(String what, Map<String, ?> figures) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        row.putAll(figures);
        rows.add(row);
        System.err.println(row);
    }

    /** Prints both. */
    public void print(PrintStream out) {
        var columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        out.println("| " + String.join(" | ", columns) + " |");
        out.println("|---".repeat(columns.size()) + "|");
        for (var row : rows) {
            var cells = columns.stream()
                    .map(column -> String.valueOf(row.getOrDefault(column, "")).replace("|", "\\|"));
            out.println("| " + String.join(" | ", cells.toList()) + " |");
        }
        out.println(new JsonMapper()
                .writeValueAsString(Map.of(
                        "scenario",
                        scenario,
                        "processors",
                        Runtime.getRuntime().availableProcessors(),
                        "java",
                        Runtime.version().feature(),
                        "rows",
                        rows)));
    }
}
