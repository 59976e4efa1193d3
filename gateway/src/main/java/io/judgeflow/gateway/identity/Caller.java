package io.judgeflow.gateway.identity;

import io.judgeflow.gateway.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who makes a request. A controller takes it as {@code @AuthenticationPrincipal Caller caller}. */
public sealed interface Caller {

    /** How callers call themselves. */
    String ME = "me";

    /** Characters of a user's name. */
    int LONGEST_USER = 128;

    /**
     * Whether a job may be shown to this caller. Whose is nobody's is for everyone who knows its id.
     *
     * @param owner the job's user; null for nobody
     */
    boolean mayRead(@Nullable String owner);

    /**
     * Whose job a submission of this caller becomes.
     *
     * @param named the user that the submission names; null for none
     * @return null for nobody
     * @throws Problem 403 when this caller may not submit in that name
     */
    @Nullable
    String ownerOf(@Nullable String named);

    /**
     * Whose jobs this caller asks for, where all of somebody's are asked for.
     *
     * @param named the user that the request names; null for the caller
     * @return null when nobody is named and the caller is nobody in particular
     * @throws Problem 403 when these are not for this caller
     */
    @Nullable
    String asksFor(@Nullable String named);

    /**
     * The same for a parameter of a request, in which {@code me} is the caller.
     *
     * @throws Problem 400 when it is no user, or there is none; 403 when that user's jobs are not for this caller
     */
    default String whose(String parameter, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST_USER)) {
            throw Problem.parameter(parameter, "must have 1 to " + LONGEST_USER + " characters");
        }
        var user = asksFor(ME.equals(value) ? null : value);
        if (user == null) {
            throw Problem.parameter(parameter, "must name a user, as nobody says who asks");
        }
        return user;
    }

    /**
     * Nobody in particular.
     *
     * @param trusted on a gateway for its own machine that knows no credentials: there is nobody to tell apart, and
     *     whoever asks may name any user and see everything
     */
    record Anonymous(boolean trusted) implements Caller {

        @Override
        public boolean mayRead(@Nullable String owner) {
            return trusted || owner == null;
        }

        @Override
        public @Nullable String ownerOf(@Nullable String named) {
            if (named != null && !trusted) {
                throw Problem.notAllowed("Only a service that may act for users can name a user_id.");
            }
            return named;
        }

        @Override
        public @Nullable String asksFor(@Nullable String named) {
            if (!trusted) {
                throw Problem.notAllowed(
                        "Nobody in particular has no jobs of their own. Ask for single ones by their ids.");
            }
            return named;
        }
    }

    /**
     * A person, by their token.
     *
     * @param id the token's subject
     * @param until when the token is no longer taken
     */
    record User(String id, Instant until) implements Caller {

        @Override
        public boolean mayRead(@Nullable String owner) {
            return owner == null || owner.equals(id);
        }

        @Override
        public String ownerOf(@Nullable String named) {
            if (named != null && !named.equals(id)) {
                throw Problem.notAllowed("The user_id is not the token's own. Leave it out.");
            }
            return id;
        }

        @Override
        public String asksFor(@Nullable String named) {
            if (named != null && !named.equals(id)) {
                throw Problem.notAllowed("These are another user's jobs.");
            }
            return id;
        }
    }

    /**
     * A program, by its key. What it submits for nobody is its own, so that no other service reads it.
     *
     * @param anyUser whether it may act for every user, and so see every job
     */
    record Service(String name, boolean anyUser) implements Caller {

        /** What no user's id begins with. */
        static final String PREFIX = "service:";

        @Override
        public boolean mayRead(@Nullable String owner) {
            return anyUser || owner == null || owner.equals(PREFIX + name);
        }

        @Override
        public String ownerOf(@Nullable String named) {
            if (named == null) {
                return PREFIX + name;
            }
            if (!anyUser) {
                throw Problem.notAllowed("The key of '" + name + "' is not one that may act for users.");
            }
            if (named.startsWith(PREFIX)) {
                throw Problem.notAllowed("A user_id does not begin with '" + PREFIX + "'.");
            }
            return named;
        }

        @Override
        public String asksFor(@Nullable String named) {
            var own = PREFIX + name;
            if (named != null && !anyUser && !named.equals(own)) {
                throw Problem.notAllowed("The key of '" + name + "' is not one that may act for users.");
            }
            return named == null ? own : named;
        }
    }
}
