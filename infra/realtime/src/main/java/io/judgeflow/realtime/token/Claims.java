package io.judgeflow.realtime.token;

import java.time.Instant;

/**
 * What a token says, its signature having been found good.
 *
 * @param role a role of the database
 * @param json all claims, as {@code request.jwt.claims} shows them to policies
 * @param expiresAt in the future when it was checked
 */
public record Claims(String role, String json, Instant expiresAt) {}
