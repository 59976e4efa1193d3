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
     * None of a batch was taken: 422 when each broke a rule; 503 when something could not be stored, and may be later; 429
     * when there was something that the caller may only submit later.
     *
     * @param problems one of each submission, in order
     */
    public static Problem batchOf(List<ProblemDetail> problems) {
        Problem problem;
        if (any(problems, HttpStatus.SERVICE_UNAVAILABLE)) {
            problem = unavailable("None of the submissions could be stored. Please try again.", RETRY_AFTER, null);
        } else if (any(problems, HttpStatus.TOO_MANY_REQUESTS)) {
            problem = tooMany("None of the submissions could be taken now.", RETRY_AFTER);
        } else {
            problem = batchOf("None of the " + problems.size() + " submissions is valid.");
        }
        problem.getBody().setProperty("problems", problems);
        return problem;
    }

    private static boolean any(List<ProblemDetail> problems, HttpStatus status) {
        return problems.stream().anyMatch(each -> each.getStatus() == status.value());
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

    /** 400: something in the address or the headers is never taken. */
    public static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-request", "The request is not readable", detail, null);
    }

    /** 401: nobody said who asks. */
    public static Problem noCredentials(String detail) {
        return unauthenticated("no-credentials", "Who asks?", detail, "Bearer");
    }

    /** 401: who asks is not known. */
    public static Problem badCredentials(String detail) {
        return unauthenticated("bad-credentials", "Not known here", detail, "Bearer error=\"invalid_token\"");
    }

    /** 403: whoever asks is known, and may not do this. */
    public static Problem notAllowed(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", detail, null);
    }

    /** 404: no such job, as far as anyone here knows. */
    public static Problem unknownJob(JobId id) {
        return new Problem(HttpStatus.NOT_FOUND, "unknown-job", "No such job", "There is no job " + id + ".", null);
    }

    /** 404: nothing is at this address. */
    static Problem nothingAt(String path) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at " + path + ".", null);
    }

    /** 408: the body did not arrive in time. The connection ends, with whatever would still have come. */
    public static Problem tooSlow(String detail) {
        var problem = new Problem(HttpStatus.REQUEST_TIMEOUT, "too-slow", "The body came too slowly", detail, null);
        problem.getHeaders().set(HttpHeaders.CONNECTION, "close");
        return problem;
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

    /** 429: more than this caller may ask for. */
    public static Problem tooMany(String detail, Duration retryAfter) {
        var problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail, null);
        problem.retryAfter(retryAfter);
        return problem;
    }

    /** 503: nothing is wrong with the request, and it may succeed later. */
    public static Problem unavailable(String detail, Duration retryAfter, @Nullable Throwable cause) {
        var problem =
                new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not possible at the moment", detail, cause);
        problem.retryAfter(retryAfter);
        return problem;
    }

    private static Problem unauthenticated(String name, String title, String detail, String challenge) {
        var problem = new Problem(HttpStatus.UNAUTHORIZED, name, title, detail, null);
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problem;
    }

    private void retryAfter(Duration time) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, time.toSeconds())));
    }
}
