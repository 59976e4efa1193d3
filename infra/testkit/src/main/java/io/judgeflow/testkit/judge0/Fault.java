package io.judgeflow.testkit.judge0;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on the way, instead of or after the proper handling.
 *
 * @param effect what happens
 * @param times how many requests it happens to; {@link #ALWAYS} until healed
 * @param calls the kinds of request it happens to
 * @param share of those requests, from 0 to 1, drawn by lot
 */
public record Fault(Effect effect, int times, Set<Call> calls, double share) {

    /** Until {@link FakeJudge0#heal()}. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** What happens to a request. */
    sealed interface Effect {
        /** Answers without doing anything. */
        record Answered(
                int status,
                String contentType,
                String body,
                @Nullable Duration retryAfter) implements Effect {}

        /** Cuts the connection; taken tells whether the request is carried out first. */
        record Cut(boolean taken) implements Effect {}

        /** Never answers; taken tells whether the request is carried out first. */
        record Silent(boolean taken) implements Effect {}

        /** Does the right thing, but late. */
        record Late(Duration by) implements Effect {}
    }

    /** This status with the body that Judge0 1.13.1 gives to framework errors. */
    public static Fault status(int status) {
        return json(status, "{\"status\":" + status + ",\"error\":\"Made up\"}", null);
    }

    /** This status and exactly this body. */
    public static Fault answer(int status, String contentType, String body) {
        return new Fault(new Effect.Answered(status, contentType, body, null), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** A 4xx with Judge0's own words. */
    public static Fault refusal(int status, String error) {
        return json(status, "{\"error\":\"" + error + "\"}", null);
    }

    /** 503 as Judge0 says it when too many submissions wait. */
    public static Fault queueFull() {
        return json(503, "{\"error\":\"queue is full\"}", null).on(Call.SUBMIT, Call.SUBMIT_BATCH);
    }

    /** 503 as Judge0 says it during maintenance. */
    public static Fault maintenance() {
        return json(503, "{\"error\":\"Judge0 is currently in maintenance.\"}", null)
                .on(Call.SUBMIT, Call.SUBMIT_BATCH);
    }

    /** 429 as a gateway in front of Judge0 says it; null for no Retry-After. */
    public static Fault tooManyRequests(@Nullable Duration retryAfter) {
        return json(429, "{\"message\":\"Too many requests\"}", retryAfter);
    }

    /** The connection is reset before anything is done. */
    public static Fault reset() {
        return new Fault(new Effect.Cut(false), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** The request is carried out, then the connection is reset: the client cannot know. */
    public static Fault resetAfterwards() {
        return new Fault(new Effect.Cut(true), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** No answer ever, nothing done. */
    public static Fault hang() {
        return new Fault(new Effect.Silent(false), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** The request is carried out and never answered. */
    public static Fault hangAfterwards() {
        return new Fault(new Effect.Silent(true), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** The right answer, this much later. */
    public static Fault slow(Duration by) {
        return new Fault(new Effect.Late(by), ALWAYS, EnumSet.allOf(Call.class), 1);
    }

    /** The same for this many requests only. */
    public Fault times(int requests) {
        return new Fault(effect, requests, calls, share);
    }

    /** The same for these kinds of request only. */
    public Fault on(Call first, Call... more) {
        return new Fault(effect, times, EnumSet.of(first, more), share);
    }

    /** The same for this share of the requests only, drawn by lot. */
    public Fault share(double some) {
        return new Fault(effect, times, calls, some);
    }

    private static Fault json(int status, String body, @Nullable Duration retryAfter) {
        return new Fault(
                new Effect.Answered(status, "application/json; charset=utf-8", body, retryAfter),
                ALWAYS,
                EnumSet.allOf(Call.class),
                1);
    }
}
