package io.judgeflow.gateway.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what to do, instead of a stack trace. */
class NobodyMayCallAnalyzer extends AbstractFailureAnalyzer<NobodyMayCall> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NobodyMayCall cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set SUPABASE_JWT_SECRET, SUPABASE_JWKS_URL or JUDGEFLOW_API_KEYS, or SERVER_ADDRESS=127.0.0.1; to let"
                        + " everyone submit code, set judgeflow.gateway.identity.anonymous=always.",
                cause);
    }
}
