package io.judgeflow.realtime.channel;

/** A wish that is not granted, with a sentence for whoever had it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }
}
