package io.judgeflow.bench.system;

/** How the system learns that a program has ended. */
public enum Hearing {
    /** It asks. */
    POLLED,
    /** Judge0 calls back, and it asks when nothing comes. */
    CALLED_BACK
}
