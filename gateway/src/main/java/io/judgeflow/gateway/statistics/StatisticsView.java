package io.judgeflow.gateway.statistics;

import io.judgeflow.contracts.event.LanguageStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statistics as the topic tells them, bounded. */
@Component
public class StatisticsView {

    private static final Comparator<Place> BY_TIME =
            Comparator.comparing(Place::window).thenComparing(Place::language);

    private final ConcurrentSkipListMap<Place, LanguageStatistics> rows = new ConcurrentSkipListMap<>(BY_TIME);
    private final StatisticsSettings settings;
    private int size;

    StatisticsView(StatisticsSettings settings) {
        this.settings = settings;
    }

    /** How far back the topic is to be read. */
    public Duration lookBack() {
        return settings.lookBack();
    }

    /** Takes a row; a later one of the same minute and language takes its place. From one thread. */
    public void accept(LanguageStatistics row) {
        if (rows.put(new Place(row.window(), row.language()), row) == null && ++size > settings.rows()) {
            rows.pollFirstEntry();
            size--;
        }
    }

    /**
     * Rows in the order of their minutes.
     *
     * @param from of the first minute
     * @param to before which the last minute begins
     * @param language null for every one
     */
    List<LanguageStatistics> between(Instant from, Instant to, @Nullable String language) {
        return rows.subMap(new Place(from, ""), new Place(to, "")).values().stream()
                .filter(row -> language == null || row.language().equals(language))
                .toList();
    }

    private record Place(Instant window, String language) {}
}
