package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.idempotency.KnownKeys;
import io.judgeflow.gateway.language.OfferedLanguages;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.kafka.tail.TopicTail;

/** The topics that this service reads, and what each of them feeds. */
final class Followed {

    private final JobView view;
    private final ViewSettings settings;
    private final OfferedLanguages languages;
    private final KnownKeys keys;

    Followed(JobView view, ViewSettings settings, OfferedLanguages languages, KnownKeys keys) {
        this.view = view;
        this.settings = settings;
        this.languages = languages;
        this.keys = keys;
    }

    /** Submissions as well as results, so that a job which another gateway accepted is known at once. */
    void by(TopicTail tail) {
        tail.on(Topics.SUBMISSIONS, settings.lookBack(), this::submitted)
                .on(Topics.RESULTS, settings.lookBack(), view::accept)
                .on(Topics.LANGUAGES, null, languages::accept);
    }

    private void submitted(JobSubmitted job) {
        view.accept(JobResult.queued(job));
        keys.note(job);
    }
}
