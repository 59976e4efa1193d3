package io.judgeflow.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final String ONE = "01a20664-19a3-7309-8594-e0e23b443da1";
    private static final String OTHER = "01a20664-19a3-7309-8594-e0e23b443da2";

    private final List<String> ends = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Events events = new Events(ends::add, failures::add);

    @Test
    void tellsTheEndsOfJobsAlsoWhereTheyComeInPieces() {
        var text = event(1, ONE, "running") + ":\n\n" + event(2, ONE, "done") + event(3, OTHER, "error");
        events.begun(200);
        for (var i = 0; i < text.length(); i++) {
            events.body(Unpooled.copiedBuffer(text.substring(i, i + 1), UTF_8));
        }

        assertThat(ends).containsExactly(ONE, OTHER);
        assertThat(events.lastEventId()).isEqualTo("3");
        assertThat(failures).isEmpty();
    }

    @Test
    void doesNotTakeAnErrorForAStream() {
        events.begun(503);

        assertThat(failures).containsExactly("a stream was answered with 503");
    }

    private static String event(int id, String job, String status) {
        return "id:%d\nevent:status\ndata:{\"job_id\":\"%s\",\"status\":\"%s\"}\n\n".formatted(id, job, status);
    }
}
