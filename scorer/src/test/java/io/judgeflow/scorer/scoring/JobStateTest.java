package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static io.judgeflow.scorer.told.Milestone.ENDED;
import static io.judgeflow.scorer.told.Milestone.SUBMITTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import org.junit.jupiter.api.Test;

class JobStateTest {

    @Test
    void saysAgainAfterACrashWhatARecordWasToTheJob() {
        var submitted = JobState.NOTHING.submitted(Facts.job(Scoring.DEFAULT, 1), 5);
        assertThat(submitted.reached()).containsExactly(SUBMITTED);
        var processing = submitted.state().learned(Facts.processing(0, 1), 8);
        assertThat(processing.reached()).isEmpty();
        var judged = processing.state().learned(Facts.judged(0, 1, ACCEPTED), 9);
        assertThat(judged.reached()).containsExactly(ENDED);
        var late = judged.state().learned(Facts.judged(0, 2, WRONG_ANSWER), 12);
        assertThat(late.reached()).isEmpty();

        var kept = again(late.state());
        assertThat(kept.submitted(Facts.job(Scoring.DEFAULT, 1), 5).reached()).containsExactly(SUBMITTED);
        assertThat(kept.learned(Facts.processing(0, 1), 8).reached()).isEmpty();
        assertThat(kept.learned(Facts.judged(0, 1, ACCEPTED), 9).reached()).containsExactly(ENDED);
        assertThat(kept.learned(Facts.judged(0, 2, WRONG_ANSWER), 12).reached()).isEmpty();
    }

    @Test
    void isBegunAndEndedByASubmissionThatComesLast() {
        var early = JobState.NOTHING.learned(Facts.judged(0, 1, ACCEPTED), 3).state();
        var step = early.submitted(Facts.job(Scoring.DEFAULT, 1), 7);
        assertThat(step.reached()).containsExactlyInAnyOrder(SUBMITTED, ENDED);
        var kept = again(step.state());
        assertThat(kept.submitted(Facts.job(Scoring.DEFAULT, 1), 7).reached())
                .containsExactlyInAnyOrder(SUBMITTED, ENDED);
        assertThat(kept.submitted(Facts.job(Scoring.DEFAULT, 1), 8).reached()).isEmpty();
    }

    @Test
    void saysOfWhichJobItIsTheRejudgingAndIsNotChangedByASecondSubmission() {
        var rejudged = JobId.derivedFrom("some run");
        var job = Facts.job(Scoring.DEFAULT, 1);
        var anew = job.anew(rejudged, job.tests(), new ProblemId("p"), Facts.at(9));
        var first = JobState.NOTHING.submitted(anew, 5);
        assertThat(first.news()).singleElement().satisfies(result -> {
            assertThat(result.jobId()).isEqualTo(rejudged);
            assertThat(result.rejudgeOf()).isEqualTo(Facts.JOB);
            assertThat(result.problem()).isEqualTo(new ProblemId("p"));
        });
        var second = again(first.state()).submitted(anew, 6);
        assertThat(second.news()).isEmpty();
        assertThat(second.state().result()).isEqualTo(first.state().result());
    }

    @Test
    void readsAStateThatWasKeptBeforeThereWereRules() {
        var state = new JsonCodec<>(JobState.class)
                .decode("{\"early\":[],\"seen\":{\"submission\":1,\"verdict\":-1}}".getBytes(UTF_8));
        assertThat(state.course()).isEqualTo(Course.NOTHING);
        assertThat(state.early()).isEqualTo(Early.NONE);
    }

    private static JobState again(JobState state) {
        var codec = new JsonCodec<>(JobState.class);
        var kept = codec.decode(codec.encode(state));
        assertThat(kept).isEqualTo(state);
        return kept;
    }
}
