package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How the two generations of Linux control groups name and write the same things. */
enum CgroupFiles {
    V1("memory.limit_in_bytes", "memory.max_usage_in_bytes", "memory.memsw.limit_in_bytes") {
        @Override
        Duration cpu(Path directory) throws IOException {
            return Duration.ofNanos(Long.parseLong(read(directory, "cpuacct.usage")));
        }

        // With swap counted in, the limit is the same; swap is not there to get round it.
        @Override
        String swap(long bytes) {
            return Long.toString(bytes);
        }
    },
    V2("memory.max", "memory.peak", "memory.swap.max") {
        @Override
        Duration cpu(Path directory) throws IOException {
            return read(directory, "cpu.stat")
                    .lines()
                    .filter(line -> line.startsWith("usage_usec "))
                    .findFirst()
                    .map(line -> Duration.ofNanos(Long.parseLong(line.substring("usage_usec ".length())) * 1000))
                    .orElse(Duration.ZERO);
        }

        @Override
        String swap(long bytes) {
            return "0";
        }
    };

    private final String limit;
    private final String peak;
    private final String swap;

    CgroupFiles(String limit, String peak, String swap) {
        this.limit = limit;
        this.peak = peak;
        this.swap = swap;
    }

    /** Processor time used by all that ever ran in the group. */
    abstract Duration cpu(Path directory) throws IOException;

    abstract String swap(long bytes);

    void limitMemory(Path directory, long bytes) throws IOException {
        Files.writeString(directory.resolve(limit), Long.toString(bytes));
        if (Files.isWritable(directory.resolve(swap))) {
            Files.writeString(directory.resolve(swap), swap(bytes));
        }
    }

    /** Peak in bytes; kernels before 5.19 only know the present use in the second generation. */
    long peak(Path directory) throws IOException {
        boolean known = Files.exists(directory.resolve(peak));
        return Long.parseLong(read(directory, known ? peak : "memory.current"));
    }

    static String read(Path directory, String name) throws IOException {
        return Files.readString(directory.resolve(name)).trim();
    }
}
