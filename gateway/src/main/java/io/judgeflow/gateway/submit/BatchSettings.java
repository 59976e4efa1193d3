package io.judgeflow.gateway.submit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one request may submit.
 *
 * @param items submissions of one batch; all together must fit into the largest body besides
 */
@ConfigurationProperties("judgeflow.gateway.batch")
record BatchSettings(@DefaultValue("100") int items) {

    BatchSettings {
        if (items < 1) {
            throw new IllegalArgumentException("a batch has at least one submission");
        }
    }
}
