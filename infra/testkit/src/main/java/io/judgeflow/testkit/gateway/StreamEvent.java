package io.judgeflow.testkit.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server-sent event.
 *
 * @param id the version
 * @param data the job's state
 */
public record StreamEvent(long id, JsonNode data) {

    static List<StreamEvent> all(Stream<String> lines, JsonMapper json) {
        var events = new ArrayList<StreamEvent>();
        var id = new long[] {-1};
        lines.forEach(line -> {
            if (line.startsWith("id:")) {
                id[0] = Long.parseLong(line.substring(3).strip());
            } else if (line.startsWith("data:")) {
                events.add(new StreamEvent(id[0], json.readTree(line.substring(5))));
            }
        });
        return events;
    }
}
