package io.judgeflow.admin.rejudge;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import java.util.regex.Pattern;

/** One rejudging, by its name: every job has one id in it, whoever asks and however often. */
record RunName(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    RunName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a run's name has 1 to 64 letters, digits, dots, colons, hyphens or underscores");
        }
    }

    /** The id of the job that judges this one anew. */
    JobId idOf(JobId original) {
        return JobId.derivedFrom("judgeflow rejudge " + text + " " + original);
    }

    /** Whether this job was submitted by this run. */
    boolean submitted(JobSubmitted job) {
        return job.rejudgeOf() != null && job.jobId().equals(idOf(job.rejudgeOf()));
    }
}
