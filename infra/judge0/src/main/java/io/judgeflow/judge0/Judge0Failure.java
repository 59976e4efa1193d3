package io.judgeflow.judge0;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a call to Judge0 brought no answer. The type says what helps; the message holds no code and no secret. */
public abstract sealed class Judge0Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Judge0Failure(String message, @Nullable Throwable cause) {
        // Failures are values here: their stack traces would show nothing but reactor operators, and cost most of a
        // call.
        super(message, cause, false, false);
    }

    /** A 503 for a full queue or maintenance, or a 429. The instance is healthy and wants to be left alone a while. */
    public static final class Busy extends Judge0Failure {
        private static final long serialVersionUID = 1L;
        private final boolean rateLimited;
        private final @Nullable Duration retryAfter;
        private final @Nullable String instance;

        Busy(String message, boolean rateLimited, @Nullable Duration retryAfter) {
            this(message, rateLimited, retryAfter, null);
        }

        private Busy(String message, boolean rateLimited, @Nullable Duration retryAfter, @Nullable String instance) {
            super(message, null);
            this.rateLimited = rateLimited;
            this.retryAfter = retryAfter;
            this.instance = instance;
        }

        Busy saidBy(String instance) {
            return new Busy(String.valueOf(getMessage()), rateLimited, retryAfter, instance);
        }

        /** True for a 429: wait and come back, and ask no other instance. */
        public boolean rateLimited() {
            return rateLimited;
        }

        /** How long the instance asked to wait; null when it did not say. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }

        /** Who said so, where {@link Judge0Fleet} asked several; else null. */
        public @Nullable String instance() {
            return instance;
        }
    }

    /** The instance answered 5xx, or something that is no Judge0 answer. */
    public static final class Broken extends Judge0Failure {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null);
        }
    }

    /** No connection, a reset, no such host, or no answer in time. Judge0 may have taken the runs all the same. */
    public static final class Unreachable extends Judge0Failure {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Not asked at all: too many of the last calls found the instance unreachable or broken. */
    public static final class Open extends Judge0Failure {
        private static final long serialVersionUID = 1L;

        Open(String message) {
            super(message, null);
        }
    }

    /** A 401 or 403: the instance takes no request of ours. An operator's fault and no job's, so others may be asked. */
    public static final class Denied extends Judge0Failure {
        private static final long serialVersionUID = 1L;

        Denied(String words) {
            super("refuses our credentials: " + words, null);
        }
    }

    /** Any other 4xx: the request is wrong and would be wrong elsewhere too. The message is Judge0's own. */
    public static final class Refused extends Judge0Failure {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message, null);
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /** No instance of the fleet took the runs. Raised by {@link Judge0Fleet} only. */
    public static final class NoInstance extends Judge0Failure {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Judge0Failure> reasons;
        private final transient List<String> skipped;

        NoInstance(Map<String, Judge0Failure> reasons, List<String> skipped) {
            super(describe(reasons, skipped), null);
            this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
            this.skipped = List.copyOf(skipped);
        }

        /** Why each instance that could have taken the runs did not. Empty when every instance was skipped. */
        public Map<String, Judge0Failure> reasons() {
            return reasons;
        }

        /** The instances for which there was nothing to submit, because they lack the language. */
        public List<String> skipped() {
            return skipped;
        }

        private static String describe(Map<String, Judge0Failure> reasons, List<String> skipped) {
            var tried = reasons.entrySet().stream()
                    .map(reason -> reason.getKey() + ": " + reason.getValue().getMessage())
                    .collect(Collectors.joining("; "));
            var lacking = skipped.isEmpty() ? "" : "skipped " + String.join(", ", skipped);
            return "no Judge0 instance took it (" + tried + (tried.isEmpty() || lacking.isEmpty() ? "" : "; ") + lacking
                    + ")";
        }
    }
}
