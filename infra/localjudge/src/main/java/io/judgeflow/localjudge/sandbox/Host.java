package io.judgeflow.localjudge.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this machine offers to shut programs in.
 *
 * @param bwrap bubblewrap, or null to run with resource limits only
 * @param nestedUserNamespaces whether this bubblewrap cannot switch off further user namespaces (before 0.8)
 * @param setpriv util-linux's setpriv, or null
 * @param changesUser whether we are root and may give every box its own unprivileged user
 * @param view bubblewrap's arguments for the read-only system a program sees
 * @param pid this process, the parent of every run
 */
record Host(
        @Nullable Path bwrap,
        boolean nestedUserNamespaces,
        @Nullable Path setpriv,
        boolean changesUser,
        List<String> view,
        long pid) {

    Host withoutBubblewrap() {
        return new Host(null, nestedUserNamespaces, setpriv, false, List.of(), pid);
    }
}
