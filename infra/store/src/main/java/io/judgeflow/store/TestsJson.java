package io.judgeflow.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.judgeflow.contracts.event.TestResult;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The column {@code tests}: the fields of {@link TestResult} in snake case, as columns are, absent for null. */
final class TestsJson {

    private static final TypeReference<List<TestResult>> TESTS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(String.class, new StorableText()))
            .build();

    private TestsJson() {}

    static String write(List<TestResult> tests) {
        return MAPPER.writeValueAsString(tests);
    }

    static List<TestResult> read(String json) {
        return MAPPER.readValue(json, TESTS);
    }

    private static final class StorableText extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(Storable.text(text));
        }
    }
}
