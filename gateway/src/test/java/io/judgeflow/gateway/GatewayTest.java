package io.judgeflow.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.TestConstructor;

/** Starts {@link TestGateway} on a free port; what it needs comes through the constructor. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestGateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "judgeflow.gateway.intake.waiting=2",
            "judgeflow.gateway.cancel.end=300ms",
            "judgeflow.gateway.lookup.patience=300ms",
            "judgeflow.gateway.stream.heartbeat=200ms"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface GatewayTest {}
