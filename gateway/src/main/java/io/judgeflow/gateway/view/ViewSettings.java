package io.judgeflow.gateway.view;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much this gateway remembers.
 *
 * @param lookBack how far back it reads when it starts; for jobs that are older it asks the archive
 * @param jobs the most that are kept; the oldest leave first
 * @param size about what they may take of the heap
 */
@ConfigurationProperties("judgeflow.gateway.view")
public record ViewSettings(
        @DefaultValue("15m") Duration lookBack,
        @DefaultValue("200000") int jobs,
        @DefaultValue("128MB") DataSize size) {

    public ViewSettings {
        if (lookBack.isNegative() || jobs < 1 || size.toBytes() < 1) {
            throw new IllegalArgumentException("the view keeps at least one job and looks back, not ahead");
        }
    }
}
