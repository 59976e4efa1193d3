package io.judgeflow.gateway.submit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.judgeflow.contracts.job.JobId;
import org.springframework.stereotype.Component;

/** Makes ids: UUIDv7, so that they rise with time and say when they were made. */
@Component
class JobIds {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    JobId next() {
        return new JobId(generator.generate());
    }
}
