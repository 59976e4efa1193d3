package io.judgeflow.scorer.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.judgeflow.contracts.event.Progress;
import java.util.ArrayList;
import java.util.List;

/** Facts that arrived before their job, within bounds: more than a job can rightly have are dropped. */
record Early(@JsonValue List<Progress> facts) {

    static final Early NONE = new Early(List.of());

    private static final int MOST_FACTS = 1000;

    /** Characters of all outputs that are kept whole, for the checkers; behind them there is room for a little of each. */
    private static final int WHOLE = 512 * 1024;

    private static final int LONGEST = 64 * 1024;
    private static final int SHORT = 256;

    Early {
        facts = List.copyOf(facts);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Early of(List<Progress> facts) {
        return new Early(facts);
    }

    Early and(Progress fact) {
        if (facts.size() >= MOST_FACTS) {
            return this;
        }
        var more = new ArrayList<>(facts);
        more.add(kept(fact));
        return new Early(more);
    }

    private Progress kept(Progress fact) {
        return switch (fact) {
            case Progress.Judged judged -> judged.cut(length() < WHOLE ? LONGEST : SHORT);
            case Progress.Dispatched dispatched -> dispatched;
            case Progress.Processing processing -> processing;
            case Progress.Refused refused -> refused;
            case Progress.GaveUp gaveUp -> gaveUp;
        };
    }

    private long length() {
        return facts.stream()
                .mapToLong(fact ->
                        fact instanceof Progress.Judged judged ? judged.output().length() : 0)
                .sum();
    }
}
