package io.judgeflow.gateway.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * Which sites' pages may call.
 *
 * @param origins such as {@code https://app.example}, or {@code *}; none by default
 */
@ConfigurationProperties("judgeflow.gateway.cors")
public record CorsSettings(@DefaultValue List<String> origins) {

    private static final long KEPT_BY_BROWSERS = 3600;

    /** Whether pages of this origin may call. */
    public boolean allows(String origin) {
        return origins.contains(origin) || origins.contains(CorsConfiguration.ALL);
    }

    /** Nothing that a browser adds by itself, such as cookies, is ever a credential here. */
    UrlBasedCorsConfigurationSource source() {
        var source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            var rules = new CorsConfiguration();
            rules.setAllowedOrigins(origins);
            rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
            rules.setAllowedHeaders(List.of(
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "If-None-Match",
                    "Last-Event-ID",
                    "traceparent"));
            rules.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy"));
            rules.setMaxAge(KEPT_BY_BROWSERS);
            source.registerCorsConfiguration("/**", rules);
        }
        return source;
    }
}
