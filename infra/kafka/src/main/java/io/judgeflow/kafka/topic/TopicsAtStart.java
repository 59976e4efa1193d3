package io.judgeflow.kafka.topic;

import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Before anything is read or written the topics are made, or held against what is wanted. A service without its topics
 * is of no use: better to stop, to say why, and to be started again.
 */
public final class TopicsAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final int PATIENCE_MILLIS = 30_000;

    private final KafkaSettings settings;

    /** @param settings who cares for the topics, and how they are made */
    public TopicsAtStart(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var connection = settings.connection();
        connection.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        connection.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 3);
        try (var admin = Admin.create(connection)) {
            var report = TopicInspection.of(admin, settings);
            if (settings.topics() == TopicCare.CREATE) {
                create(admin, report);
            }
            judge(report);
        } catch (ExecutionException e) {
            throw BrokersUnfit.because(Objects.requireNonNullElse(e.getCause(), e), settings);
        } catch (KafkaException e) {
            throw BrokersUnfit.because(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the start", e);
        }
    }

    private void judge(TopicReport all) {
        var operators = settings.topics() == TopicCare.CHECK;
        var report = operators ? all : all.ofPresent();
        if (operators && report.fatal()) {
            throw new BrokersUnfit(
                    "%s%nNothing was altered, as judgeflow.kafka.topics is check.".formatted(report.text()));
        }
        if (!report.empty()) {
            LOG.warn("The topics are left as they are.{}{}", System.lineSeparator(), report.text());
        }
    }

    /** Another service may have been quicker. */
    private static void create(Admin admin, TopicReport report) throws ExecutionException, InterruptedException {
        for (var topic : admin.createTopics(report.missing()).values().entrySet()) {
            try {
                topic.getValue().get();
                LOG.debug("made {}", topic.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
