package io.judgeflow.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked.
 *
 * @param home holds bin, lib and share
 */
record PostgresBinaries(Path home) {

    private static final int BUFFER_BYTES = 1 << 16;

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * Unpacks the archive for this machine below {@code cache}, unless this very archive was before. Any number of
     * processes may do so at once.
     *
     * @throws CannotStart when no archive on the class path fits this machine
     */
    static PostgresBinaries unpackedIn(Path cache) throws IOException {
        var archive = archiveName();
        var resource = PostgresBinaries.class.getClassLoader().getResource(archive + ".txz");
        if (resource == null) {
            throw new CannotStart(
                    "There is no PostgreSQL for this machine: %s is not on the class path.".formatted(archive));
        }
        var home = cache.toAbsolutePath().resolve(archive + "-" + version(resource));
        if (Files.notExists(home)) {
            unpack(resource, home);
        }
        return new PostgresBinaries(home);
    }

    private static String archiveName() {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-%s-%s".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    /** The archive does not say its version; its length in bytes tells one from another. */
    private static String version(URL resource) throws IOException {
        return Long.toString(resource.openConnection().getContentLengthLong());
    }

    private static void unpack(URL resource, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var aside = Files.createTempDirectory(
                home.getParent(),
                "unpacking-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (var tar = new TarArchiveInputStream(new XZInputStream(buffered(resource.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, aside);
            }
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was quicker; its copy is as good.
        } finally {
            FileTree.delete(aside);
        }
    }

    private static InputStream buffered(InputStream stream) {
        return new BufferedInputStream(stream, BUFFER_BYTES);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        var path = home.resolve(entry.getName()).normalize();
        if (!path.startsWith(home)) {
            throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            var executable = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
