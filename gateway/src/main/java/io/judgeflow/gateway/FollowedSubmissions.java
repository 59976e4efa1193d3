package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.cancel.Places;
import io.judgeflow.gateway.idempotency.KnownKeys;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.kafka.tail.Unread;
import java.time.Duration;

/** Submissions, so that a job which another gateway accepted is known before anything has become of it. */
final class FollowedSubmissions {

    /** Nobody waits for these as for results, and a fetch for each would cost as much as taking it. */
    private static final Duration COMPANY = Duration.ofMillis(10);

    private final JobView view;
    private final ViewSettings settings;
    private final KnownKeys keys;
    private final Places places;

    FollowedSubmissions(JobView view, ViewSettings settings, KnownKeys keys, Places places) {
        this.view = view;
        this.settings = settings;
        this.keys = keys;
        this.places = places;
    }

    TopicTail by(TopicTail tail) {
        return tail.inCompany(COMPANY).onUnread(Topics.SUBMISSIONS, settings.lookBack(), this::submitted);
    }

    /** What this gateway has taken itself it knows; of those with a key the first in the log is the job, whoever took it. */
    private void submitted(Unread<JobId, JobSubmitted> record) {
        var id = record.key();
        places.note(id, record.origin().partition());
        if (id.derived() || view.find(id).isEmpty()) {
            var job = record.read();
            view.accept(JobResult.queued(job));
            keys.note(job);
        }
    }
}
