package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoreConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(StoreConfiguration.class);

    @Test
    void startsWhileTheDatabaseIsAway() {
        runner.withPropertyValues("judgeflow.database.url=postgresql://ann:secret@127.0.0.1:1/judgeflow")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ExecutionTable.class)
                        .hasSingleBean(ExecutionQueries.class)
                        .hasSingleBean(Migration.class));
    }

    @Test
    void doesNotStartWithoutAUrl() {
        runner.run(context ->
                assertThat(context).getFailure().rootCause().hasMessage("judgeflow.database.url is missing"));
    }

    @Test
    void keepsThePasswordOutOfTheFailure() {
        runner.withPropertyValues("judgeflow.database.url=postgresql://ann:sec ret@localhost/judgeflow")
                .run(context -> assertThat(context)
                        .getFailure()
                        .satisfies(failure -> assertThat(failure)
                                .hasStackTraceContaining("percent-encoded")
                                .satisfies(e ->
                                        assertThat(Throwables.getStackTrace(e)).doesNotContain("sec ret"))));
    }
}
