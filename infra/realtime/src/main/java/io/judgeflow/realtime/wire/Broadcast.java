package io.judgeflow.realtime.wire;

import tools.jackson.databind.JsonNode;

/** Something that was said to all who listen to a topic. */
public record Broadcast(String id, String event, JsonNode payload) {}
