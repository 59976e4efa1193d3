package io.judgeflow.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a process did while it was recorded.
 *
 * @param cores processors that it kept busy, on average
 * @param threads the same of each kind of thread, by name without numbers; the collector's are not among them
 * @param code samples of running Java code, by whose it was
 */
record Profile(double cores, Map<String, Double> threads, Map<Code, Integer> code) {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** What tells threads of one kind from each other. */
    private static final Pattern NUMBERS = Pattern.compile("-[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4}|-\\d+|\\d+$");

    private static final double LEAST = 0.005;
    private static final double HUNDREDTHS = 100.0;

    /** @param recording with the loads of the process and its threads once a second, and samples */
    static Profile read(Path recording) {
        var reading = new Reading();
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                reading.take(file.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.profile();
    }

    /** Those of it that count, the largest first. */
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cores", rounded(cores));
        figures.put("of threads", largest(threads));
        var all = code.values().stream().mapToInt(samples -> samples).sum();
        var percent = code.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry -> HUNDREDTHS * entry.getValue() / all));
        figures.put("Java code, %", largest(percent));
        figures.put("samples", all);
        return figures;
    }

    private static String largest(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .filter(share -> share.getValue() >= LEAST)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(share -> share.getKey() + " " + rounded(share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static double rounded(double figure) {
        return Math.round(figure * HUNDREDTHS) / HUNDREDTHS;
    }

    private static final class Reading {
        private final Map<String, Double> threads = new TreeMap<>();
        private final Map<Code, Integer> code = new TreeMap<>();
        private double process;
        private int seconds;

        void take(RecordedEvent event) {
            switch (event.getEventType().getName()) {
                case "jdk.CPULoad" -> {
                    seconds++;
                    process += event.getFloat("jvmUser") + event.getFloat("jvmSystem");
                }
                case "jdk.ThreadCPULoad" ->
                    threads.merge(
                            NUMBERS.matcher(event.getThread("eventThread").getJavaName())
                                    .replaceAll(""),
                            (double) event.getFloat("user") + event.getFloat("system"),
                            Double::sum);
                case "jdk.ExecutionSample" ->
                    code.merge(
                            Code.of(event.getStackTrace().getFrames().stream()
                                    .map(frame -> frame.getMethod().getType().getName())),
                            1,
                            Integer::sum);
                default -> {
                    // The recorder says more than is asked here.
                }
            }
        }

        Profile profile() {
            var scale = seconds == 0 ? 0 : (double) PROCESSORS / seconds;
            threads.replaceAll((name, load) -> load * scale);
            return new Profile(process * scale, threads, code);
        }
    }
}
