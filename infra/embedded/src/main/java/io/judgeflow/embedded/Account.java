package io.judgeflow.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who PostgreSQL runs as: it refuses to run as root. */
sealed interface Account {

    /** What comes before a program's own words to run it as this account. */
    List<String> prefix();

    /** Makes everything below the directory this account's own. */
    void adopt(Path directory) throws IOException;

    /** Whoever runs this JVM, an ordinary user. */
    record Ourselves() implements Account {

        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void adopt(Path directory) {
            // What we made is ours already.
        }
    }

    /** Root without root's rights, and looking like nobody from within: files need not change hands. */
    record Namespaced() implements Account {

        @Override
        public List<String> prefix() {
            return List.of("unshare", "--user");
        }

        @Override
        public void adopt(Path directory) throws IOException {
            changeOwner(directory, "root");
        }
    }

    /** Another user, where containers forbid namespaces. Must be able to enter every directory above the data. */
    record Other(String user, String group) implements Account {

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
        }

        @Override
        public void adopt(Path directory) throws IOException {
            changeOwner(directory, user);
            if (!Command.of(prefix(), "ls", directory.toString()).run().succeeded()) {
                throw new CannotStart(
                        "PostgreSQL will not run as root but as %s, who cannot enter %s: choose another data directory."
                                .formatted(user, directory));
            }
        }
    }

    /**
     * The account to use here.
     *
     * @throws CannotStart when we are root and cannot become anybody else
     */
    static Account unprivileged() {
        if (new UnixSystem().getUid() != 0) {
            return new Ourselves();
        }
        return Stream.concat(
                        Stream.of(new Namespaced()),
                        Stream.of("postgres", "nobody").map(Account::other))
                .filter(account -> Command.of(account.prefix(), "true").run().succeeded())
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                "PostgreSQL will not run as root, and neither unshare nor setpriv works here: start as an ordinary user."));
    }

    private static Account other(String user) {
        var group = Command.of(List.of("id", "--group", user)).run().lastLine();
        return new Other(user, group);
    }

    private static void changeOwner(Path directory, String user) throws IOException {
        if (!Files.getOwner(directory).getName().equals(user)) {
            Command.of(List.of("chown", "-R", user, directory.toString())).run();
        }
    }
}
