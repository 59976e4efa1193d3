package io.judgeflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The files of one PostgreSQL: a superuser {@value #USER}, whose password nobody chose and only the owner can read, and
 * a database {@value #DATABASE}.
 *
 * @param dataDirectory the directory above it, absolute; exists
 */
record PostgresCluster(Path dataDirectory, PostgresBinaries binaries, Account account) {

    static final String USER = "judgeflow";
    static final String DATABASE = "judgeflow";

    private static final int PASSWORD_BYTES = 24;

    Path files() {
        return dataDirectory.resolve("cluster");
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    /**
     * Makes the files unless they are there. They are made aside and moved into place, so that a kill in between leaves
     * nothing half made.
     */
    void create() throws IOException {
        account.adopt(dataDirectory);
        if (Files.exists(files())) {
            return;
        }
        var aside = dataDirectory.resolve("initialising");
        FileTree.delete(aside);
        choosePassword();
        Files.createDirectory(aside);
        account.adopt(aside);
        initialise(aside);
        createDatabase(aside);
        Files.move(aside, files(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path passwordFile() {
        return dataDirectory.resolve("password");
    }

    private void choosePassword() throws IOException {
        var secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), ownerOnly);
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        account.adopt(passwordFile());
    }

    /** The builtin locale makes text sort the same on every machine, whatever is installed there. */
    private void initialise(Path files) {
        succeed(
                "initdb",
                Command.of(
                                account.prefix(),
                                binaries.program("initdb").toString(),
                                "--pgdata=" + files,
                                "--username=" + USER,
                                "--pwfile=" + passwordFile(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8")
                        .run());
    }

    private void createDatabase(Path files) {
        succeed(
                "creating the database",
                Command.of(
                                account.prefix(),
                                binaries.program("postgres").toString(),
                                "--single",
                                "-D",
                                files.toString(),
                                "postgres")
                        .run("create database " + DATABASE + "\n"));
    }

    private void succeed(String step, Command.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new CannotStart("PostgreSQL cannot be set up in %s, %s failed: %s"
                    .formatted(dataDirectory, step, outcome.lastLine()));
        }
    }
}
