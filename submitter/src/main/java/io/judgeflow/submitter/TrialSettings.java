package io.judgeflow.submitter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callbacks are tried before they are relied upon.
 *
 * @param every time between two trials of an instance
 * @param patience when a trial should have arrived
 */
@ConfigurationProperties("judgeflow.submitter.callback-trial")
record TrialSettings(
        @DefaultValue("5m") Duration every,
        @DefaultValue("15s") Duration patience) {

    TrialSettings {
        if (!patience.isPositive() || every.compareTo(patience) <= 0) {
            throw new IllegalArgumentException(
                    "judgeflow.submitter.callback-trial.every must be longer than its patience");
        }
    }
}
