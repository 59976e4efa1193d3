package io.judgeflow.gateway;

import io.judgeflow.gateway.lookup.JobArchive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Where older jobs are. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean
    JobArchive jobArchive() {
        return id -> Mono.empty();
    }
}
