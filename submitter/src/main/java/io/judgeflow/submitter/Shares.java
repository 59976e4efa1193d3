package io.judgeflow.submitter;

import io.judgeflow.judge0.Placement;
import io.judgeflow.judge0.Submitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An errand shared out: what an instance took, what it refused for good, and what it did not get to. Pure.
 *
 * @param issued empty when it took nothing
 * @param left empty when it got to everything
 */
record Shares(Optional<DispatchOutcome.Issued> issued, List<DispatchOutcome.Refused> refused, Optional<Errand> left) {

    static Shares of(Errand errand, Placement placement) {
        var taken = new ArrayList<Integer>();
        var tokens = new ArrayList<String>();
        var refused = new ArrayList<DispatchOutcome.Refused>();
        var left = new ArrayList<Integer>();
        for (int i = 0; i < placement.submitted().size(); i++) {
            var test = errand.tests().get(i);
            switch (placement.submitted().get(i)) {
                case Submitted.Issued issued -> {
                    taken.add(test);
                    tokens.add(issued.token());
                }
                case Submitted.Rejected no -> refused.add(refused(errand, test, placement, no.message()));
                case Submitted.NotTaken notTaken -> left.add(test);
            }
        }
        var issued = new DispatchOutcome.Issued(errand.only(taken), placement.instance(), tokens);
        return new Shares(
                Optional.of(issued).filter(share -> !tokens.isEmpty()),
                refused,
                Optional.of(errand.only(left)).filter(rest -> !left.isEmpty()));
    }

    private static DispatchOutcome.Refused refused(Errand errand, int test, Placement placement, String message) {
        return new DispatchOutcome.Refused(errand.only(List.of(test)), placement.instance(), message);
    }
}
