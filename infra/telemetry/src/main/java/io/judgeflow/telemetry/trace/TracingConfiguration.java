package io.judgeflow.telemetry.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Traces by OpenTelemetry's own variables: on once {@code OTEL_EXPORTER_OTLP_ENDPOINT} says where a collector is
 * (OTLP over HTTP). The sampler and everything else are OpenTelemetry's to read.
 */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {

    private static final List<String> ENDPOINTS =
            List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");

    @Bean
    Tracing tracing(Environment environment) {
        var settings = settings(environment);
        return settings.isEmpty() ? Tracing.off() : by(settings);
    }

    private static Tracing by(Map<String, String> settings) {
        var sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> settings)
                .build()
                .getOpenTelemetrySdk();
        return new Tracing(sdk.getTracer("io.judgeflow"), sdk::close);
    }

    /** Defaults, which variables of the environment replace; empty while there is no collector. */
    private static Map<String, String> settings(Environment environment) {
        var settings = new HashMap<String, String>();
        for (var name : ENDPOINTS) {
            var endpoint = environment.getProperty(name);
            if (StringUtils.hasText(endpoint)) {
                settings.put(name, endpoint);
            }
        }
        if (!settings.isEmpty()) {
            settings.put("otel.service.name", environment.getProperty("spring.application.name", "judgeflow"));
            settings.put("otel.exporter.otlp.protocol", "http/protobuf");
            settings.put("otel.metrics.exporter", "none");
            settings.put("otel.logs.exporter", "none");
        }
        return settings;
    }
}
