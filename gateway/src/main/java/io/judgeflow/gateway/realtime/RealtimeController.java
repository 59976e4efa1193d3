package io.judgeflow.gateway.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where Realtime is. */
@RestController
class RealtimeController {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeController.class);

    /** Packed when this was built, see the pom. */
    private static final String LIBRARY = "playground/vendor/supabase.js";

    private final ResponseEntity<Whereabouts> answer;

    RealtimeController(RealtimeSettings settings) {
        if (settings.url().isEmpty()) {
            answer = ResponseEntity.noContent().build();
            return;
        }
        var packed = new ClassPathResource(LIBRARY).exists();
        if (!packed) {
            LOG.info("the page does not show Realtime: npm was missing when this was built");
        }
        answer = ResponseEntity.ok(new Whereabouts(
                settings.url(), settings.key(), settings.token().isEmpty() ? null : settings.token(), packed));
    }

    /**
     * What a page needs to subscribe.
     *
     * @param token left out where users bring their own
     * @param library whether this gateway has supabase-js for the page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whereabouts(String url, String key, @Nullable String token, boolean library) {}

    /** Without content where there is no Realtime. */
    @GetMapping(path = "/api/realtime", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Whereabouts> realtime() {
        return answer;
    }
}
