package io.judgeflow.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.kafka.listen.ConsumerDefaults;
import io.judgeflow.kafka.publish.ProducerDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where the settings of the brokers' clients may come from. */
class KafkaSettingsTest {

    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"gateway\" password=\"s=e;c\";";

    @Test
    void everySettingOfAClientIsAVariableOfTheEnvironment() {
        var settings = of(Map.of(
                "JUDGEFLOW_KAFKA_TOPICS", "check",
                "JUDGEFLOW_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
                "JUDGEFLOW_KAFKA_CLIENT_SASL_JAAS_CONFIG", LOGIN,
                "JUDGEFLOW_KAFKA_CLIENT_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM", ""));
        assertThat(settings.topics()).isEqualTo(TopicCare.CHECK);
        assertThat(settings.client())
                .isEqualTo(Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.jaas.config", LOGIN,
                        "ssl.endpoint.identification.algorithm", ""));
    }

    @Test
    void aSecretMayLieInAFileOfItsName(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("judgeflow.kafka.client.sasl.jaas.config"), LOGIN + "\n");
        assertThat(imported("configtree:" + secrets + "/").client()).containsEntry("sasl.jaas.config", LOGIN);
    }

    @Test
    void severalSettingsMayLieInOneFile(@TempDir Path secrets) throws IOException {
        var file = secrets.resolve("kafka.properties");
        Files.writeString(file, """
                judgeflow.kafka.client.security.protocol=SASL_SSL
                judgeflow.kafka.client.sasl.jaas.config=%s
                """.formatted(LOGIN));
        assertThat(imported("file:" + file).client())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", LOGIN);
    }

    @Test
    void consumersAndProducersGetThem() {
        var settings = of(Map.of("JUDGEFLOW_KAFKA_CLIENT_SASL_MECHANISM", "SCRAM-SHA-512"));
        assertThat(ConsumerDefaults.of(settings)).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(ProducerDefaults.of(settings)).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    }

    private static KafkaSettings of(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return Binder.get(environment).bindOrCreate("judgeflow.kafka", KafkaSettings.class);
    }

    private static KafkaSettings imported(String location) {
        try (var context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.import=" + location, "--spring.main.banner-mode=off")) {
            return context.getBean(KafkaSettings.class);
        }
    }

    @EnableConfigurationProperties(KafkaSettings.class)
    static class Application {}
}
