package io.judgeflow.localjudge.sandbox;

/** How programs are shut in. */
public enum SandboxMode {
    /** Bubblewrap where it works, otherwise resource limits only, with a warning. */
    AUTO,
    /** Bubblewrap, or refuse to start. */
    BUBBLEWRAP,
    /** Resource limits only: for code that is trusted. */
    NONE
}
