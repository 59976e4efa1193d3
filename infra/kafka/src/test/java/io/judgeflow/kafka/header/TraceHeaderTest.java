package io.judgeflow.kafka.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.telemetry.trace.TraceParent;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TraceHeaderTest {

    private static final TraceParent GIVEN = TraceParent.random();

    @Test
    void readsFromARecordWhatItPutThere() {
        var headers = new RecordHeaders();
        assertThat(TraceHeader.of(headers)).isEmpty();
        headers.add(TraceParent.HEADER, null);
        assertThat(TraceHeader.of(headers)).isEmpty();
        TraceHeader.put(headers, GIVEN);
        assertThat(TraceHeader.of(headers)).contains(GIVEN);
    }
}
