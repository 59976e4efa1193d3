package io.judgeflow.gateway;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.kafka.tail.TopicTail;

/** Results, for the view of recent jobs. */
final class FollowedResults implements Followed {

    private final JobView view;
    private final ViewSettings settings;

    FollowedResults(JobView view, ViewSettings settings) {
        this.view = view;
        this.settings = settings;
    }

    @Override
    public void by(TopicTail tail) {
        tail.on(Topics.RESULTS, settings.lookBack(), view::accept);
    }
}
