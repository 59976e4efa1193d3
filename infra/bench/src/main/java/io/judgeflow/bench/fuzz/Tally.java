package io.judgeflow.bench.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the records of one target. */
final class Tally {

    private long inputs;
    private long wrong;
    private long letters;
    private long oddPutAside;
    private long again;
    private long problems;

    void input(Reading reading) {
        inputs++;
        if (reading == Reading.WRONG) {
            wrong++;
        }
    }

    /** @param stages who has put it aside, each as often as it did */
    void letters(Reading reading, List<String> stages) {
        var number = Set.copyOf(stages).size();
        again += stages.size() - number;
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
        figures.put("read once more", again);
        figures.put("problems", problems);
        return figures;
    }
}
