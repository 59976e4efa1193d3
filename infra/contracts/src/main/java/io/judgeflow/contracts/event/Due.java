package io.judgeflow.contracts.event;

import java.time.Instant;

/** An event that is not to be acted on before an instant which it carries itself. */
public interface Due {

    /** Never acted on before this. */
    Instant notBefore();
}
