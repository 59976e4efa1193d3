package io.judgeflow.judge0;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP answer, whatever its status. The body is complete and within the size limit, empty for none. */
final class Answer {

    /** Unknown fields are ignored, and numbers may come as text. */
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final @Nullable Duration retryAfter;
    private final byte[] body;

    Answer(int status, @Nullable Duration retryAfter, byte[] body) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    int status() {
        return status;
    }

    boolean good() {
        return status / 100 == 2;
    }

    /** The body of a 2xx. Throws the {@link Judge0Failure} that this answer is otherwise. */
    <T> T read(Class<T> type) {
        if (!good()) {
            throw failure();
        }
        return parse(type);
    }

    /** The body whatever the status. Throws {@link Judge0Failure.Broken} when it is something else. */
    <T> T parse(Class<T> type) {
        try {
            var value = JSON.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException unreadable) {
            // Its message quotes the body, which may hold a program's output.
        }
        throw senseless();
    }

    /** What this answer means when it is not the one hoped for. */
    Judge0Failure failure() {
        if (status == 429) {
            return new Judge0Failure.Busy(complaint(), true, retryAfter);
        }
        if (status == 503 && Complaint.isJudge0s(body)) {
            return new Judge0Failure.Busy(complaint(), false, retryAfter);
        }
        if (status == 401 || status == 403) {
            return new Judge0Failure.Denied(complaint());
        }
        return status >= 400 && status < 500
                ? new Judge0Failure.Refused(status, complaint())
                : new Judge0Failure.Broken("answered " + status + ": " + complaint());
    }

    /** What it means when the status is right and the body is not what Judge0 would send. */
    Judge0Failure senseless() {
        return new Judge0Failure.Broken("answered " + status + " with something that Judge0 would not say");
    }

    private String complaint() {
        return Complaint.in(body, status);
    }
}
