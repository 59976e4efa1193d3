package io.judgeflow.realtime.replication;

/**
 * A column as PostgreSQL announces it.
 *
 * @param type its name in {@code pg_type}: {@code int8}, {@code timestamptz}, {@code _text} for an array
 * @param key whether it is part of the replica identity, which is the primary key unless somebody changed that
 */
public record Column(String name, String type, boolean key) {}
