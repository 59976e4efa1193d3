package io.judgeflow.gateway.transport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a client may take to say what it wants.
 *
 * @param bodyWithin how long all of a body may take; then it is answered 408. A connection on which a request, headers
 *     included, takes two seconds longer is closed without an answer
 */
@ConfigurationProperties("judgeflow.gateway.request")
record RequestSettings(@DefaultValue("15s") Duration bodyWithin) {

    RequestSettings {
        if (bodyWithin.toMillis() < 1) {
            throw new IllegalArgumentException("a body takes at least a moment");
        }
    }
}
