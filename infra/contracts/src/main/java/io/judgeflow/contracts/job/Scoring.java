package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How verdicts become a score.
 *
 * @param policy how the tests are put together; {@link Policy#WEIGHTED} when not given
 * @param points what each verdict is worth; {@link Points#DEFAULT} when not given
 */
public record Scoring(Policy policy, Points points) {

    /** Weighted mean of 100 / 30 / 0 / 0. */
    public static final Scoring DEFAULT = new Scoring(Policy.WEIGHTED, Points.DEFAULT);

    @JsonCreator
    static Scoring of(@Nullable Policy policy, @Nullable Points points) {
        return new Scoring(policy == null ? Policy.WEIGHTED : policy, points == null ? Points.DEFAULT : points);
    }

    /** How the points of the tests become one score. */
    public enum Policy {
        /** The mean of the tests' points, weighted, rounded half up. */
        @JsonProperty("weighted")
        WEIGHTED,
        /** The points of an accepted test when every test is accepted, else 0. */
        @JsonProperty("all-or-nothing")
        ALL_OR_NOTHING
    }

    /** Points per verdict; each is 100, 30, 0, 0 when not given. */
    public record Points(int accepted, int wrongAnswer, int timeLimit, int other) {

        /** 100 / 30 / 0 / 0. */
        public static final Points DEFAULT = new Points(100, 30, 0, 0);

        @JsonCreator
        static Points of(
                @Nullable Integer accepted,
                @Nullable Integer wrongAnswer,
                @Nullable Integer timeLimit,
                @Nullable Integer other) {
            return new Points(
                    accepted == null ? DEFAULT.accepted : accepted,
                    wrongAnswer == null ? DEFAULT.wrongAnswer : wrongAnswer,
                    timeLimit == null ? DEFAULT.timeLimit : timeLimit,
                    other == null ? DEFAULT.other : other);
        }

        /** What one test with this verdict is worth. */
        public int of(Verdict verdict) {
            return switch (verdict) {
                case ACCEPTED -> accepted;
                case WRONG_ANSWER -> wrongAnswer;
                case TIME_LIMIT -> timeLimit;
                case COMPILATION_ERROR, RUNTIME_ERROR, MEMORY_LIMIT, REFUSED, GAVE_UP -> other;
            };
        }
    }
}
