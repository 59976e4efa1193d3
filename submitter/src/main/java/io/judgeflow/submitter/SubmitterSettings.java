package io.judgeflow.submitter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the submitter does at once.
 *
 * @param inFlight jobs under way to Judge0 at once
 */
@ConfigurationProperties("judgeflow.submitter")
record SubmitterSettings(@DefaultValue("256") int inFlight) {}
