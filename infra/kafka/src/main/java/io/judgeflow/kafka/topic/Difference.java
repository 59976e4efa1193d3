package io.judgeflow.kafka.topic;

/**
 * One way in which a topic is not as it should be.
 *
 * @param topic its full name
 * @param what goes on after the name: what is so, and what comes of it
 */
record Difference(String topic, Severity severity, String what, Remedy remedy) {

    /** What comes of it. */
    enum Severity {
        /** Jobs, or what becomes of them, would be lost or held up. */
        FATAL,
        /** Nothing is lost. */
        HARMLESS
    }

    static Difference fatal(String topic, String what, Remedy remedy) {
        return new Difference(topic, Severity.FATAL, what, remedy);
    }

    static Difference harmless(String topic, String what, Remedy remedy) {
        return new Difference(topic, Severity.HARMLESS, what, remedy);
    }
}
