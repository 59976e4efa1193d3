package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;

/** A private folder that is a program's whole world to write in, for the steps of one submission. */
public final class Box implements AutoCloseable {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME", "/tmp", "LANG", "C.UTF-8");

    private final Sandbox sandbox;
    private final Path folder;
    private final int user;

    Box(Sandbox sandbox, Path parent, int user) throws IOException {
        this.sandbox = sandbox;
        this.user = user;
        this.folder = Files.createDirectory(
                parent.resolve(UUID.randomUUID().toString()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        own(folder);
        own(Files.createDirectory(files()));
        write(folder.resolve("stdin"), new byte[0]);
    }

    /** The program's standard input from now on. */
    public void input(byte[] content) throws IOException {
        write(folder.resolve("stdin"), content);
    }

    /**
     * Puts a file into the working directory, with folders as needed. One that is there already stays as it is.
     *
     * @param name relative, without a way out
     */
    public void put(String name, byte[] content) throws IOException {
        var file = files().resolve(name).normalize();
        if (!file.startsWith(files()) || file.equals(files())) {
            throw new SandboxException("not a file name: " + name);
        }
        var folderPath = files();
        for (var part : files().relativize(file.getParent())) {
            folderPath = folderPath.resolve(part);
            own(Files.createDirectories(folderPath));
        }
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
            own(file);
        } catch (FileAlreadyExistsException kept) {
            return;
        }
    }

    /** Runs a command to its end; its output can be read until the next run. */
    public RunReport run(Job job) throws IOException, InterruptedException {
        write(folder.resolve("stdout"), new byte[0]);
        write(folder.resolve("stderr"), new byte[0]);
        write(usage(), new byte[0]);
        try (var meter = sandbox.meter(job.caps())) {
            long start = System.nanoTime();
            var process = start(job);
            var watch = new Watch(process, meter, job.caps(), start, sandbox.closed());
            return watch.untilEnd(this::usageReport);
        }
    }

    /** What the last run wrote to standard output; never more than its file limit. */
    public byte[] output() throws IOException {
        return Files.readAllBytes(folder.resolve("stdout"));
    }

    /** What the last run wrote to standard error; never more than its file limit. */
    public byte[] errors() throws IOException {
        return Files.readAllBytes(folder.resolve("stderr"));
    }

    @Override
    public void close() {
        WorkDirectory.delete(folder);
        sandbox.release(user);
    }

    private Process start(Job job) throws IOException {
        var effective = new Job(
                job.script(),
                job.caps(),
                job.network(),
                job.mergeErrors(),
                job.capAddressSpace() && !sandbox.measuresMemory());
        var builder = new ProcessBuilder(sandbox.command().line(effective, folder, user))
                .directory(files().toFile())
                .redirectErrorStream(job.mergeErrors())
                .redirectOutput(folder.resolve("stdout").toFile());
        if (!job.mergeErrors()) {
            builder.redirectError(folder.resolve("stderr").toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    /** What process 1 of the box said about its use; fails if it said nothing, since then the program never ran. */
    private UsageReport usageReport(boolean killed) throws IOException {
        var report = Files.readString(usage());
        if (report.isEmpty() && !killed) {
            var errors = Files.size(folder.resolve("stderr")) > 0 ? errors() : output();
            throw new SandboxException("sandbox: " + new String(errors, StandardCharsets.UTF_8).trim());
        }
        return UsageReport.parse(report);
    }

    private Path files() {
        return folder.resolve("box");
    }

    private Path usage() {
        return folder.resolve("usage");
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        own(file);
    }

    private void own(Path path) throws IOException {
        if (sandbox.command().host().changesUser()) {
            Files.setAttribute(path, "unix:uid", user);
        }
    }
}
