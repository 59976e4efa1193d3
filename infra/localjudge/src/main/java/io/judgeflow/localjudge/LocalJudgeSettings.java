package io.judgeflow.localjudge;

import io.judgeflow.localjudge.sandbox.SandboxMode;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How this judge runs.
 *
 * @param workers programs that run at a time; 0 is one per processor
 * @param maxQueueSize submissions that may wait, beyond which the answer is 503 (Judge0's default is 100)
 * @param maxBatchSize submissions in one batch, as in Judge0
 * @param retained finished submissions that can still be asked for; the oldest are forgotten first
 * @param retainedSize the same, by the memory they hold
 * @param authToken tokens separated by spaces, of which {@code X-Auth-Token} must name one; empty asks for none
 * @param workDirectory where boxes are; this judge makes a folder of its own in it; empty is the system's temporary one
 * @param sandbox how programs are shut in
 * @param allowNetwork whether a submission may ask for the network
 */
@ConfigurationProperties("localjudge")
public record LocalJudgeSettings(
        @DefaultValue("0") int workers,
        @DefaultValue("1000") int maxQueueSize,
        @DefaultValue("20") int maxBatchSize,
        @DefaultValue("10000") int retained,
        @DefaultValue("128MB") DataSize retainedSize,
        @DefaultValue("") String authToken,
        @DefaultValue("") String workDirectory,
        @DefaultValue("auto") SandboxMode sandbox,
        @DefaultValue("false") boolean allowNetwork) {

    public LocalJudgeSettings {
        Assert.isTrue(workers >= 0, "localjudge.workers must not be negative");
        Assert.isTrue(maxQueueSize > 0, "localjudge.max-queue-size must be positive");
        Assert.isTrue(maxBatchSize > 0, "localjudge.max-batch-size must be positive");
        Assert.isTrue(retained > 0, "localjudge.retained must be positive");
        workers = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }

    /** The folder this judge makes its own in. */
    public Path boxes() {
        return workDirectory.isBlank()
                ? Path.of(System.getProperty("java.io.tmpdir"), "judgeflow-localjudge")
                : Path.of(workDirectory);
    }
}
