package io.judgeflow.kafka.topic;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has an application that cannot start say why, instead of how it got there. */
final class BrokersUnfitAnalyzer extends AbstractFailureAnalyzer<BrokersUnfit> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokersUnfit cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
