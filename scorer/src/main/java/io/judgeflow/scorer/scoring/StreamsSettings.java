package io.judgeflow.scorer.scoring;

import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the topology runs.
 *
 * @param stateDirectory where the stores lie; they can be rebuilt from Kafka
 * @param threads stream threads of this process
 * @param commitInterval what was folded since the last commit is folded again after a crash; results become visible to
 *     readers of committed records this often
 * @param storeMemory what all stores of this process have outside of the heap
 * @param guarantee with at least once, a process that was paused and woken can make a job end twice
 */
@ConfigurationProperties("judgeflow.scorer.streams")
record StreamsSettings(
        String stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("128MB") DataSize storeMemory,
        @DefaultValue("exactly-once") Guarantee guarantee) {

    /** How often a record takes effect when processes die. */
    enum Guarantee {
        AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE),
        EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2);

        private final String setting;

        Guarantee(String setting) {
            this.setting = setting;
        }

        /** As Kafka Streams calls it. */
        String setting() {
            return setting;
        }
    }
}
