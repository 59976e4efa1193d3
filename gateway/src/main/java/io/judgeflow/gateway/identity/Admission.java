package io.judgeflow.gateway.identity;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * How far a call without credentials gets. On loopback a gateway that knows no credentials belongs to whoever uses the
 * machine. Credentials end that on loopback too: a proxy on the same machine makes a local call of everyone's.
 */
@Component
public class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final boolean loopback;
    private final Caller.@Nullable Anonymous anonymous;

    Admission(IdentitySettings settings, ServerProperties server) {
        var address = server.getAddress();
        loopback = address != null && address.isLoopbackAddress();
        var ownMachine = loopback && !settings.knowsCredentials();
        anonymous = switch (settings.anonymous()) {
            case OWN_MACHINE -> ownMachine ? new Caller.Anonymous(true) : null;
            case ALWAYS -> new Caller.Anonymous(ownMachine);
            case NEVER -> null;
        };
        if (anonymous == null && !settings.knowsCredentials()) {
            throw new NobodyMayCall(place(address));
        }
        if (anonymous != null && !loopback) {
            LOG.warn("listening on {}: anyone who reaches the port can submit code, as configured", place(address));
        }
    }

    /** Who calls without credentials; empty when nobody may. */
    Optional<Caller.Anonymous> anonymous() {
        return Optional.ofNullable(anonymous);
    }

    /** Whether a call is taken for no other reason than that it comes from this machine. */
    public boolean trustsTheMachine() {
        return loopback && anonymous != null;
    }

    private static String place(@Nullable InetAddress address) {
        return address == null ? "every address" : address.getHostAddress();
    }
}
