package io.judgeflow.realtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.replication.Column;
import io.judgeflow.realtime.replication.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangeEventTest {

    private static final Instant TIME = Instant.parse("2026-11-22T21:37:43.247999Z");
    private static final List<Column> COLUMNS = List.of(
            new Column("id", "uuid", true),
            new Column("score", "int4", false),
            new Column("stdout", "text", false),
            new Column("tests", "jsonb", false));
    private static final Map<String, String> ROW =
            Map.of("id", "a", "score", "30", "stdout", "hi", "tests", "[{\"n\": 1}]");
    private static final Sight ALL = new Sight(Set.of("id", "score", "stdout", "tests"), true);

    @Test
    void tellsAnInsertAsTheRealOneDoes() {
        assertThat(told(Change.Kind.INSERT, ROW, Map.of(), ALL)).isEqualTo("""
                {"schema":"public","table":"things","commit_timestamp":"2026-11-22T21:37:43.247Z","type":"INSERT",\
                "columns":[{"name":"id","type":"uuid"},{"name":"score","type":"int4"},{"name":"stdout","type":"text"},\
                {"name":"tests","type":"jsonb"}],\
                "record":{"id":"a","score":30,"stdout":"hi","tests":[{"n":1}]},"errors":null}""");
    }

    @Test
    void tellsTheOldKeyOfAnUpdateAndOnlyWhatCame() {
        assertThat(told(Change.Kind.UPDATE, Map.of("id", "a", "score", "1"), Map.of("id", "a"), ALL))
                .contains("\"record\":{\"id\":\"a\",\"score\":1},\"old_record\":{\"id\":\"a\"},\"errors\":null}");
    }

    @Test
    void tellsNothingButTheKeyOfADeleteToAnybody() {
        assertThat(told(Change.Kind.DELETE, Map.of(), Map.of("id", "a"), new Sight(Set.of("id"), false)))
                .contains("\"columns\":[{\"name\":\"id\",\"type\":\"uuid\"}],\"old_record\":{\"id\":\"a\"}")
                .doesNotContain("\"record\":");
    }

    @Test
    void tellsNothingToWhomThePoliciesShowNothing() {
        assertThat(event(Change.Kind.INSERT, ROW, Map.of(), new Sight(ALL.columns(), false)))
                .isEmpty();
    }

    @Test
    void tellsWhoMayNotSelectThatThereWasSomething() {
        assertThat(told(Change.Kind.UPDATE, ROW, Map.of("id", "a"), new Sight(Set.of("score"), true)))
                .contains("\"columns\":[],\"record\":{},\"errors\":[\"Error 401: Unauthorized\"]}");
    }

    @Test
    void leavesOutColumnsThatMayNotBeSelected() {
        assertThat(told(Change.Kind.INSERT, ROW, Map.of(), new Sight(Set.of("id", "score"), true)))
                .contains("\"record\":{\"id\":\"a\",\"score\":30}");
    }

    @Test
    void leavesOutTheLargeColumnsOfALargeRecord() {
        var row = Map.of("id", "a", "score", "30", "stdout", "x".repeat(1 << 20), "tests", "[]");
        assertThat(told(Change.Kind.INSERT, row, Map.of(), ALL))
                .contains("\"record\":{\"id\":\"a\",\"score\":30,\"tests\":[]}")
                .contains("\"errors\":[\"Error 413: Payload Too Large\"]");
    }

    private static String told(Change.Kind kind, Map<String, String> row, Map<String, String> old, Sight sight) {
        return event(kind, row, old, sight).orElseThrow();
    }

    private static java.util.Optional<String> event(
            Change.Kind kind, Map<String, String> row, Map<String, String> old, Sight sight) {
        var change = new Change(new Table("public", "things", COLUMNS), kind, TIME, 5, nullable(row), nullable(old));
        return ChangeEvent.of(change, sight).map(JsonMapper.shared()::writeValueAsString);
    }

    private static Map<String, @Nullable String> nullable(Map<String, String> values) {
        return new HashMap<String, @Nullable String>(values);
    }
}
