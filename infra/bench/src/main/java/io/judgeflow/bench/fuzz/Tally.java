package io.judgeflow.bench.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the records of one target. */
final class Tally {

    private long inputs;
    private long wrong;
    private long letters;
    private long oddPutAside;
    private long problems;

    void input(Reading reading) {
        inputs++;
        if (reading == Reading.WRONG) {
            wrong++;
        }
    }

    void letters(Reading reading, int number) {
        if (reading == Reading.WRONG) {
            letters += number;
        } else {
            oddPutAside += number;
        }
    }

    void problem() {
        problems++;
    }

    long inputs() {
        return inputs;
    }

    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("inputs", inputs);
        figures.put("wrong", wrong);
        figures.put("dead letters of these", letters);
        figures.put("odd, put aside later", oddPutAside);
        figures.put("problems", problems);
        return figures;
    }
}
