package io.judgeflow.gateway;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.language.OfferedLanguages;
import io.judgeflow.gateway.leaderboard.BoardView;
import io.judgeflow.gateway.statistics.StatisticsView;
import io.judgeflow.kafka.tail.TopicTail;
import java.time.Duration;

/** What is known beside the single jobs. */
final class FollowedFigures {

    /** The scorer tells them once a second. */
    private static final Duration COMPANY = Duration.ofMillis(100);

    private final OfferedLanguages languages;
    private final BoardView boards;
    private final StatisticsView statistics;

    FollowedFigures(OfferedLanguages languages, BoardView boards, StatisticsView statistics) {
        this.languages = languages;
        this.boards = boards;
        this.statistics = statistics;
    }

    TopicTail by(TopicTail tail) {
        return tail.inCompany(COMPANY)
                .on(Topics.LANGUAGES, null, languages::accept)
                .on(Topics.LEADERBOARD, null, boards::accept)
                .on(Topics.STATISTICS, statistics.lookBack(), statistics::accept);
    }
}
