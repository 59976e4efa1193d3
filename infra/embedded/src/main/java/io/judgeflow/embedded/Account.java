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

    /**
     * Another user, where containers forbid namespaces.
     *
     * @param capabilities what setpriv leaves this user of root's rights
     */
    record Other(String user, String group, List<String> capabilities) implements Account {

        /** Enough to enter directories closed to others, such as the home of root, and for access(2) to agree. */
        private static final List<String> ENTER_ANYWHERE =
                List.of("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override");

        static Stream<Account> all() {
            return Stream.of(List.<String>of(), ENTER_ANYWHERE)
                    .flatMap(capabilities -> Stream.of("postgres", "nobody").map(user -> of(user, capabilities)));
        }

        private static Account of(String user, List<String> capabilities) {
            var group = Command.of(List.of(), "id", "-g", user).run().lastLine();
            return new Other(user, group, capabilities);
        }

        @Override
        public List<String> prefix() {
            var words = Stream.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
            return Stream.concat(words, capabilities.stream()).toList();
        }

        @Override
        public void adopt(Path directory) throws IOException {
            changeOwner(directory, user);
        }
    }

    /**
     * The account to use here: the first who can enter the directory and run the program.
     *
     * @throws CannotStart when we are root and cannot become anybody of that kind
     */
    static Account unprivileged(Path directory, Path program) {
        if (new UnixSystem().getUid() != 0) {
            return new Ourselves();
        }
        return Stream.concat(Stream.of(new Namespaced()), Other.all())
                .filter(account -> account.canRun(program, directory))
                .findFirst()
                .orElseThrow(() -> new CannotStart("PostgreSQL will not run as root, and neither unshare nor setpriv "
                        + "works here: start as an ordinary user."));
    }

    /** Tried rather than asked. */
    private boolean canRun(Path program, Path directory) {
        return Command.of(prefix(), "sh", "-c", "cd \"$1\" && \"$2\" --version", "sh", "" + directory, "" + program)
                .run()
                .succeeded();
    }

    private static void changeOwner(Path directory, String user) throws IOException {
        if (!Files.getOwner(directory).getName().equals(user)) {
            Command.of(List.of("chown", "-R", user), directory.toString()).run();
        }
    }
}
