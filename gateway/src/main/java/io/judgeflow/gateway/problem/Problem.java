package io.judgeflow.gateway.problem;

import io.judgeflow.contracts.job.JobId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/** What this API itself says no to. The type is a stable name, for programs; the detail is a sentence, for people. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String TYPE = "urn:judgeflow:problem:";

    private Problem(HttpStatus status, String name, String title, String detail, @Nullable Throwable cause) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
        setType(URI.create(TYPE + name));
        setTitle(title);
    }

    /** 422: the body was read and breaks rules; all of them are listed. */
    public static Problem invalid(List<FieldProblem> errors) {
        var detail = errors.size() == 1
                ? errors.getFirst().field() + " " + errors.getFirst().message() + "."
                : errors.size() + " things are wrong with the submission.";
        var problem = new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid-submission", "The submission is not valid", detail, null);
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    /** 400: the body is no JSON object. */
    public static Problem unreadable(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not readable", detail, null);
    }

    /** 400, or 422 when only a value is not what it must be. */
    public static Problem unreadable(JacksonException json) {
        return UnreadableJson.asProblem(json);
    }

    /** 422: so many submissions are not taken at once. */
    public static Problem batchOf(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-batch", "The batch is not valid", detail, null);
    }

    /**
     * None of a batch was taken: 422 when each broke a rule; 503 when something could not be stored, and may be later.
     *
     * @param problems one of each submission, in order
     */
    public static Problem batchOf(List<ProblemDetail> problems) {
        var later = problems.stream().anyMatch(each -> each.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value());
        var problem = later
                ? unavailable("None of the submissions could be stored. Please try again.", RETRY_AFTER, null)
                : batchOf("None of the " + problems.size() + " submissions is valid.");
        problem.getBody().setProperty("problems", problems);
        return problem;
    }

    /** 400: a part of the address or a header cannot be understood. */
    public static Problem parameter(String name, String rule) {
        var detail = "'" + name + "' " + rule + ".";
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not valid", detail, null);
    }

    /** 403: this gateway is for programs and pages of its own machine. */
    public static Problem foreign(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "foreign-request", "Not from here", detail, null);
    }

    /** 404: no such job, as far as anyone here knows. */
    public static Problem unknownJob(JobId id) {
        return new Problem(HttpStatus.NOT_FOUND, "unknown-job", "No such job", "There is no job " + id + ".", null);
    }

    /** 404: nothing is at this address. */
    static Problem nothingAt(String path) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at " + path + ".", null);
    }

    /** 409: what has ended cannot be cancelled. */
    public static Problem alreadyEnded(JobId id) {
        return new Problem(
                HttpStatus.CONFLICT, "already-ended", "Too late", "The job " + id + " has ended already.", null);
    }

    /** 422: the key stands for another submission. */
    public static Problem keyReused() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The key is taken",
                "This Idempotency-Key was sent with another submission before.",
                null);
    }

    /** 413: more than can be taken. */
    public static Problem tooLarge(String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The submission is too large", detail, null);
    }

    /** 503: nothing is wrong with the request, and it may succeed later. */
    public static Problem unavailable(String detail, Duration retryAfter, @Nullable Throwable cause) {
        var problem =
                new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not possible at the moment", detail, cause);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return problem;
    }
}
