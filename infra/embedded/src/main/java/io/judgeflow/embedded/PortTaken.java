package io.judgeflow.embedded;

/** Another process listens on the port that was asked for. */
public final class PortTaken extends CannotStart {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, String purpose) {
        super("Port %d, wanted for %s, is taken by another process.".formatted(port, purpose));
        this.port = port;
    }

    /** The port that is taken, 1 to 65535. */
    public int port() {
        return port;
    }
}
