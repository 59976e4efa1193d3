package io.judgeflow.bench.soak;

import io.judgeflow.bench.system.Deployment;
import io.judgeflow.testkit.process.GarbageLog;
import io.judgeflow.testkit.process.Jcmd;
import io.judgeflow.testkit.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Everything at one moment. */
final class Sample {

    private static final long MEBIBYTE = 1 << 20;
    private static final String STORES = "state";

    private final Deployment deployment;
    private final Backlogs backlogs;

    Sample(Deployment deployment, Backlogs backlogs) {
        this.deployment = deployment;
        this.backlogs = backlogs;
    }

    /** Takes one; the heap is what is alive, after a collection of everything. */
    Map<Measure, Long> take() {
        var values = new TreeMap<Measure, Long>();
        deployment.processes().forEach((part, process) -> {
            values.put(new Measure(part, "heap that is alive, MiB", 16), heap(part, process));
            values.put(new Measure(part, "threads", 5), entries(process, "task"));
            values.put(new Measure(part, "descriptors", 20), entries(process, "fd"));
        });
        values.put(new Measure("scorer", "stores, MiB", 64), size(deployment.directory(STORES)) / MEBIBYTE);
        backlogs.behind().forEach((group, records) -> values.put(new Measure(group, "records behind", 1000), records));
        return values;
    }

    private long heap(String part, ServiceProcess process) {
        Jcmd.ask(process.pid(), "GC.run");
        return GarbageLog.of(deployment.directory(part)).collections().getLast().heap();
    }

    private static long entries(ServiceProcess process, String folder) {
        try (var entries = Files.list(Path.of("/proc", String.valueOf(process.pid()), folder))) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files come and go meanwhile. */
    private static long size(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
