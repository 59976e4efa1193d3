package io.judgeflow.realtime.token;

/** A token that proves nothing. The message begins with the name that Supabase Realtime gives to the reason. */
public final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidToken(String reason) {
        super(reason);
    }
}
