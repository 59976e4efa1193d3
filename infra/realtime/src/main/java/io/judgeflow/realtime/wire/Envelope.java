package io.judgeflow.realtime.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One message of either side.
 *
 * @param joinRef the reference of the join that the topic was joined with; null for what belongs to none
 * @param ref what a reply refers to; null for what wants none
 */
public record Envelope(@Nullable String joinRef, @Nullable String ref, String topic, String event, JsonNode payload) {}
