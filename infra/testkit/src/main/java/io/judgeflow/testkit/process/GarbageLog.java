package io.judgeflow.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the collector of a process has said, one collection after the other. */
public record GarbageLog(List<Collection> collections) {

    private static final Pattern COLLECTION = Pattern.compile("Pause .*->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

    /**
     * One that stopped the process.
     *
     * @param heap what was left afterwards, MiB
     * @param pause ms
     */
    public record Collection(int heap, double pause) {

        private static Collection of(MatchResult line) {
            return new Collection(Integer.parseInt(line.group(1)), Double.parseDouble(line.group(2)));
        }
    }

    public GarbageLog {
        collections = List.copyOf(collections);
    }

    /** What there is so far in the directory of a {@link ServiceProcess}. */
    public static GarbageLog of(Path directory) {
        try {
            return parse(Files.readString(ServiceProcess.collections(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GarbageLog parse(String log) {
        return new GarbageLog(
                COLLECTION.matcher(log).results().map(Collection::of).toList());
    }

    /** What has come since. */
    public GarbageLog since(GarbageLog before) {
        return part(before.collections.size(), collections.size());
    }

    /** The earlier half of the collections. */
    public GarbageLog firstHalf() {
        return part(0, collections.size() / 2);
    }

    /** The later half, which is the larger one of an odd number. */
    public GarbageLog secondHalf() {
        return part(collections.size() / 2, collections.size());
    }

    private GarbageLog part(int from, int to) {
        return new GarbageLog(collections.subList(from, to));
    }

    /** The most that was ever left, MiB; 0 without a collection. */
    public int mostHeap() {
        return collections.stream().mapToInt(Collection::heap).max().orElse(0);
    }

    /** ms; 0 without a collection. */
    public double longestPause() {
        return collections.stream().mapToDouble(Collection::pause).max().orElse(0);
    }
}
