package io.judgeflow.gateway.statistics;

import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.language.LanguageFamily;
import io.judgeflow.gateway.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what became of the jobs of each minute. */
@RestController
class StatisticsController {

    private static final Duration USUAL = Duration.ofHours(1);

    private final StatisticsView view;
    private final Clock clock;

    StatisticsController(StatisticsView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /** @param minutes in order, one per language in which anything happened */
    record Statistics(Instant from, Instant to, List<LanguageStatistics> minutes) {}

    /** The hour up to now, unless told otherwise. */
    @GetMapping(path = "/api/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Statistics> statistics(
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "lang", required = false) @Nullable String lang) {
        var end = to == null ? clock.instant() : instant("to", to);
        var start = from == null ? end.minus(USUAL) : instant("from", from);
        if (start.isAfter(end)) {
            throw Problem.parameter("from", "must not be after 'to'");
        }
        var first = start.truncatedTo(ChronoUnit.MINUTES);
        var rows = view.between(first, end, lang == null ? null : LanguageFamily.of(lang));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Statistics(first, end, rows));
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.parameter(name, "must be a time such as 2026-11-23T08:00:00Z");
        }
    }
}
