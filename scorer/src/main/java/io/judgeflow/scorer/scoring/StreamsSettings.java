package io.judgeflow.scorer.scoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topology runs.
 *
 * @param stateDirectory where the stores lie; they can be rebuilt from Kafka
 * @param threads stream threads of this process
 * @param commitInterval what was folded since the last commit is folded again after a crash
 */
@ConfigurationProperties("judgeflow.scorer.streams")
record StreamsSettings(
        String stateDirectory,
        @DefaultValue("1") int threads,
        @DefaultValue("500ms") Duration commitInterval) {}
