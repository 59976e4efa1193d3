package io.judgeflow.gateway.idempotency;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.event.JobSubmitted;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a job is, in short: two submissions have the same when they differ in nothing but their time. It is made from the
 * event itself, so whoever reads the event can make it again and nobody has to carry it.
 */
record Fingerprint(String digest) {

    private static final JsonCodec<JobSubmitted> EVENT = new JsonCodec<>(JobSubmitted.class);

    static Fingerprint of(JobSubmitted job) {
        return new Fingerprint(HexFormat.of().formatHex(Sha256.of(EVENT.encode(job.at(Instant.EPOCH)))));
    }
}
