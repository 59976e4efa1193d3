package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.submission.Submission;

/** What is sent to the callback address of a finished submission. */
@FunctionalInterface
public interface CallbackBody {

    /** JSON. */
    byte[] of(Submission finished);
}
