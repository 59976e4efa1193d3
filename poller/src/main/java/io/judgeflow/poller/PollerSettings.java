package io.judgeflow.poller;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the poller does at once.
 *
 * @param inFlight tokens being asked about at once
 */
@ConfigurationProperties("judgeflow.poller")
record PollerSettings(@DefaultValue("2000") int inFlight) {}
