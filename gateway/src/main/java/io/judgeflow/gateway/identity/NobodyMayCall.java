package io.judgeflow.gateway.identity;

/** Why a gateway does not start: everyone could call it, or nobody. A process that answers 401 to all would look well. */
final class NobodyMayCall extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param place where the gateway would listen */
    NobodyMayCall(String place) {
        super("The gateway would listen on " + place + " without knowing anyone who may call it.");
    }
}
