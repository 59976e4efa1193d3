package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judge0 is never asked too often, and yet soon enough. Programs of one second. */
class EconomyIT {

    private static final Logger LOG = LoggerFactory.getLogger(EconomyIT.class);
    private static final Duration RUN_TIME = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    @Test
    void makesLittleMoreThanOneRequestPerJob() {
        try (var economy = Economy.polling(directory, RUN_TIME)) {
            var figures = economy.run(200, Duration.ofSeconds(8), Duration.ofSeconds(10));
            LOG.info("200 jobs/s: {}", figures);
            assertThat(figures.requestsPerJob()).as("%s", figures).isLessThanOrEqualTo(1.2);
        }
    }

    @Test
    void makesNoMoreThanOneRequestPerJobThatIsCalledBack() {
        try (var economy = Economy.calledBack(directory, RUN_TIME)) {
            var figures = economy.run(200, Duration.ofSeconds(8), Duration.ofSeconds(10));
            LOG.info("200 jobs/s, called back: {}", figures);
            assertThat(figures.requestsPerJob()).as("%s", figures).isLessThanOrEqualTo(1.05);
        }
    }

    /** {@code -Dit.test=EconomyIT -Deconomy.rates=20,200,1000 -Deconomy.time=PT30S}: prints, asserts nothing. */
    @Test
    @EnabledIfSystemProperty(named = "economy.rates", matches = ".+")
    void tellsTheFiguresOfEachRate() {
        var time = Duration.parse(System.getProperty("economy.time", "PT30S"));
        try (var economy = Economy.polling(directory, RUN_TIME)) {
            Stream.of(System.getProperty("economy.rates").split(","))
                    .map(Integer::valueOf)
                    .forEach(rate -> {
                        var figures = economy.run(rate, Duration.ofSeconds(10), time);
                        System.out.println(rate + " jobs/s: " + figures);
                    });
        }
    }
}
