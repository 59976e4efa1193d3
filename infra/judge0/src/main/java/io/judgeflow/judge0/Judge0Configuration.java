package io.judgeflow.judge0;

import io.judgeflow.judge0.callback.CallbackSettings;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The fleet and its callbacks as beans, for services that import this class. Reads the JUDGE0_* variables. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Judge0Settings.class, CallbackSettings.class})
@PropertySource("classpath:io/judgeflow/judge0/judge0.properties")
public class Judge0Configuration {

    /** One fleet per service; closed with it. */
    @Bean
    Judge0Fleet judge0Fleet(Judge0Settings settings, MeterRegistry meters, ObjectProvider<Clock> clock) {
        return new Judge0Fleet(settings, meters, clock.getIfAvailable(Clock::systemUTC));
    }

    /** The addresses that instances call back. */
    @Bean
    CallbackUrls callbackUrls(CallbackSettings settings, ObjectProvider<Clock> clock) {
        return new CallbackUrls(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    /** Reads what they send there. */
    @Bean
    CallbackReader callbackReader(Judge0Settings settings) {
        return new CallbackReader(settings.outputLimit());
    }
}
