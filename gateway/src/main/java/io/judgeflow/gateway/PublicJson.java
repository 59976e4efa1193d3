package io.judgeflow.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.TestResult;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The API's JSON: snake_case, no guessing between types, and the events' records without what is not for clients. */
@Configuration(proxyBeanMethods = false)
class PublicJson {

    @Bean
    JsonMapperBuilderCustomizer publicJsonRules() {
        return PublicJson::customize;
    }

    static void customize(JsonMapper.Builder json) {
        json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addMixIn(JobResult.class, WithoutCode.class)
                .addMixIn(TestResult.class, WithoutTimes.class)
                .addMixIn(LanguageStatistics.class, WithoutSchema.class)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @JsonIgnoreProperties({"code", "schema_version"})
    private interface WithoutCode {}

    /** They are the timeline's. */
    @JsonIgnoreProperties("attempts")
    private interface WithoutTimes {}

    @JsonIgnoreProperties("schema_version")
    private interface WithoutSchema {}
}
