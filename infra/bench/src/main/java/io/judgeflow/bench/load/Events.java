package io.judgeflow.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/** Server-sent events, of which only those are told that end a job. */
final class Events implements Exchange {

    private static final byte LINE_END = '\n';
    private static final String EVENT_ID = "id:";
    private static final String JOB = "\"job_id\":\"";
    private static final int ID_LENGTH = 36;

    private final Consumer<String> endOfJob;
    private final Consumer<String> failed;
    private final ByteBuf rest = Unpooled.buffer();
    private String lastEventId = "";

    /** @param endOfJob hears the id of each job that has ended */
    Events(Consumer<String> endOfJob, Consumer<String> failed) {
        this.endOfJob = endOfJob;
        this.failed = failed;
    }

    @Override
    public void begun(int status) {
        if (status != 200) {
            failed.accept("a stream was answered with " + status);
        }
    }

    @Override
    public void body(ByteBuf piece) {
        rest.writeBytes(piece);
        for (var length = rest.bytesBefore(LINE_END); length >= 0; length = rest.bytesBefore(LINE_END)) {
            line(rest.readCharSequence(length + 1, UTF_8).toString());
        }
        rest.discardReadBytes();
    }

    /** Behind which a client resumes; empty before the first event. */
    String lastEventId() {
        return lastEventId;
    }

    private void line(String line) {
        if (line.startsWith(EVENT_ID)) {
            lastEventId = line.substring(EVENT_ID.length()).strip();
        }
        var id = line.indexOf(JOB);
        if (id >= 0 && (line.contains("\"status\":\"done\"") || line.contains("\"status\":\"error\""))) {
            endOfJob.accept(line.substring(id + JOB.length(), id + JOB.length() + ID_LENGTH));
        }
    }

    @Override
    public void ended() {
        rest.release();
    }

    @Override
    public void failed(String reason) {
        rest.release();
        failed.accept(reason);
    }
}
