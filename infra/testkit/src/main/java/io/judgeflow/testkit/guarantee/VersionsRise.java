package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job's versions rise; one may be told again after a crash, and then it says the same. */
public final class VersionsRise implements Guarantee {

    private final Map<String, JobResult> newest = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    @Override
    public void accepted(String job) {
        // What was not accepted has to obey as well.
    }

    @Override
    public void told(JobResult result) {
        var now = result.withCode(null);
        var before = newest.put(result.jobId().toString(), now);
        var rises = before == null || now.version() > before.version() || now.equals(before);
        if (!rises) {
            broken.add(before + " was followed by " + result);
        }
    }

    @Override
    public void verify() {
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.toString());
        }
    }
}
