package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.gateway.watch.Pushes;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.kafka.tail.Unread;

/** Results, for the view of recent jobs. */
final class FollowedResults {

    private final JobView view;
    private final ViewSettings settings;
    private final Pushes pushes;

    FollowedResults(JobView view, ViewSettings settings, Pushes pushes) {
        this.view = view;
        this.pushes = pushes;
        this.settings = settings;
    }

    TopicTail by(TopicTail tail) {
        return tail.onUnread(Topics.RESULTS, settings.lookBack(), this::take);
    }

    private void take(Unread<JobId, JobResult> unread) {
        if (pushes.traced()) {
            unread.trace().ifPresent(trace -> pushes.belongs(unread.key(), trace));
        }
        view.accept(unread.read());
    }
}
