package io.judgeflow.gateway;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.language.OfferedLanguages;
import io.judgeflow.gateway.leaderboard.BoardView;
import io.judgeflow.gateway.statistics.StatisticsView;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewSettings;
import io.judgeflow.kafka.tail.TopicTail;

/** The topics that this service reads, and what each of them feeds. */
final class Followed {

    private final JobView view;
    private final ViewSettings settings;
    private final OfferedLanguages languages;
    private final BoardView boards;
    private final StatisticsView statistics;

    Followed(
            JobView view,
            ViewSettings settings,
            OfferedLanguages languages,
            BoardView boards,
            StatisticsView statistics) {
        this.view = view;
        this.settings = settings;
        this.languages = languages;
        this.boards = boards;
        this.statistics = statistics;
    }

    /** Submissions as well as results, so that a job which another gateway accepted is known at once. */
    void by(TopicTail tail) {
        tail.on(Topics.SUBMISSIONS, settings.lookBack(), job -> view.accept(JobResult.queued(job)))
                .on(Topics.RESULTS, settings.lookBack(), view::accept)
                .on(Topics.LANGUAGES, null, languages::accept)
                .on(Topics.LEADERBOARD, null, boards::accept)
                .on(Topics.STATISTICS, statistics.lookBack(), statistics::accept);
    }
}
