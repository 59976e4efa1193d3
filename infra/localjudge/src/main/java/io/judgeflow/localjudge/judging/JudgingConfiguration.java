package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.language.Toolchain;
import io.judgeflow.localjudge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires sandbox, workers and queue; they are closed in the opposite order. */
@Configuration(proxyBeanMethods = false)
class JudgingConfiguration {

    @Bean
    Sandbox sandbox(LocalJudgeSettings settings) throws IOException {
        return Sandbox.open(settings.sandbox(), settings.boxes(), settings.workers());
    }

    @Bean
    Workers workers(Sandbox sandbox) {
        return new Workers(sandbox.boxes());
    }

    @Bean
    Execution execution(Sandbox sandbox) {
        return new Execution(sandbox);
    }

    @Bean
    Catalogue catalogue(Execution execution, Workers workers) {
        return new Catalogue(new LanguageSurvey(execution).start(Toolchain.ALL, workers));
    }

    @Bean
    Callbacks callbacks(CallbackBody body) {
        return new Callbacks(body);
    }

    @Bean
    Judge judge(Workers workers, Execution execution, Callbacks callbacks, LocalJudgeSettings settings) {
        var retention =
                new Retention(settings.retained(), settings.retainedSize().toBytes());
        var queueing = new Judge.Queueing(settings.maxQueueSize(), Clock.systemUTC());
        return new Judge(workers, execution, retention, callbacks, queueing);
    }
}
