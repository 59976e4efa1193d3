package io.judgeflow.judge0.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The path of a callback: {@code /callbacks/{job}/{partition}/{test}/{attempt}/{instance}/{expiry}/{signature}}, the
 * partition that of the job's submission, the instance in base64url, the expiry in seconds since 1970, the signature an
 * HMAC-SHA256 of all before it in lower-case hex. Judge0 1.13.1 signs nothing and sends no header of ours, so the path is
 * all that a callback can prove. Attempt 0 is a trial of the callbacks themselves.
 */
final class SignedPath {

    static final String PREFIX = "/callbacks/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TRIAL = 0;
    private static final int PARTS = 6;

    private final SecretKeySpec key;

    /** @param secret not empty */
    SignedPath(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    static Attempt trial(JobId id, String instance) {
        return new Attempt(id, 0, TRIAL, instance);
    }

    /** The path for this attempt, good until then. */
    String of(Attempt attempt, int partition, Instant expiry) {
        var parts = "%s/%d/%d/%d/%s/%d"
                .formatted(
                        attempt.jobId(),
                        partition,
                        attempt.test(),
                        attempt.number(),
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(attempt.instance().getBytes(UTF_8)),
                        expiry.getEpochSecond());
        return PREFIX + parts + "/" + signature(parts);
    }

    /** The signature is over the very text of the path, so that no other spelling of it passes. */
    Called check(String path, Instant now) {
        var end = path.lastIndexOf('/');
        if (!path.startsWith(PREFIX) || end < PREFIX.length()) {
            return new Called.Forged();
        }
        var parts = path.substring(PREFIX.length(), end);
        var given = path.substring(end + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(signature(parts).getBytes(UTF_8), given)
                ? read(parts.split("/", -1), now)
                : new Called.Forged();
    }

    private static Called read(String[] parts, Instant now) {
        if (parts.length != PARTS) {
            return new Called.Forged();
        }
        var job = JobId.of(parts[0]);
        var attempt = Integer.parseInt(parts[3]);
        var instance = new String(Base64.getUrlDecoder().decode(parts[4]), UTF_8);
        if (now.getEpochSecond() >= Long.parseLong(parts[5])) {
            return new Called.Expired();
        }
        return attempt == TRIAL
                ? new Called.Trial(job.value(), instance)
                : new Called.About(
                        new Attempt(job, Integer.parseInt(parts[2]), attempt, instance), Integer.parseInt(parts[1]));
    }

    private String signature(String parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(parts.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
