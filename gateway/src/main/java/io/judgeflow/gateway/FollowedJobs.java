package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.cancel.Places;
import io.judgeflow.gateway.idempotency.IdempotencyKey;
import io.judgeflow.gateway.idempotency.KnownKeys;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.kafka.tail.Unread;

/** Submissions as well as results, so that a job which another gateway accepted is known at once. */
final class FollowedJobs implements Followed {

    private final JobView view;
    private final ViewSettings settings;
    private final KnownKeys keys;
    private final Places places;

    FollowedJobs(JobView view, ViewSettings settings, KnownKeys keys, Places places) {
        this.view = view;
        this.settings = settings;
        this.keys = keys;
        this.places = places;
    }

    @Override
    public void by(TopicTail tail) {
        tail.onUnread(Topics.SUBMISSIONS, settings.lookBack(), this::submitted)
                .on(Topics.RESULTS, settings.lookBack(), view::accept);
    }

    /** What this gateway has taken itself it knows; of those with a key the first in the log is the job, whoever took it. */
    private void submitted(Unread<JobId, JobSubmitted> record) {
        var id = record.key();
        places.note(id, record.origin().partition());
        if (IdempotencyKey.made(id) || view.find(id).isEmpty()) {
            var job = record.read();
            view.accept(JobResult.queued(job));
            keys.note(job);
        }
    }
}
