package io.judgeflow.gateway;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.language.OfferedLanguages;
import io.judgeflow.gateway.leaderboard.BoardView;
import io.judgeflow.gateway.statistics.StatisticsView;
import io.judgeflow.kafka.tail.TopicTail;

/** What is known beside the single jobs. */
final class FollowedFigures implements Followed {

    private final OfferedLanguages languages;
    private final BoardView boards;
    private final StatisticsView statistics;

    FollowedFigures(OfferedLanguages languages, BoardView boards, StatisticsView statistics) {
        this.languages = languages;
        this.boards = boards;
        this.statistics = statistics;
    }

    @Override
    public void by(TopicTail tail) {
        tail.on(Topics.LANGUAGES, null, languages::accept)
                .on(Topics.LEADERBOARD, null, boards::accept)
                .on(Topics.STATISTICS, statistics.lookBack(), statistics::accept);
    }
}
