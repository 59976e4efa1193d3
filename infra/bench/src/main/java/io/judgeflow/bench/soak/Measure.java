package io.judgeflow.bench.soak;

/**
 * Something that should stay as it is under steady load.
 *
 * @param part of the system
 * @param what of it, with its unit
 * @param slack by which it may grow whatever its size
 */
record Measure(String part, String what, long slack) implements Comparable<Measure> {

    @Override
    public int compareTo(Measure other) {
        return (part + what).compareTo(other.part + other.what);
    }
}
