package io.judgeflow.gateway.language;

/** Whether a judge runs a language. */
@FunctionalInterface
public interface Languages {

    /** An answer to that. */
    enum Answer {
        KNOWN,
        UNKNOWN,
        /** No judge has said yet what it offers: benefit of the doubt. */
        NOT_KNOWN_YET
    }

    /** Judges a name, alias or Judge0 id as the user gave it. */
    Answer judge(String language);
}
