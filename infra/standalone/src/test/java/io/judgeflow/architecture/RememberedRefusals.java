package io.judgeflow.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, and what it has refused to others than intruders. Made by the broker, by its name. */
public final class RememberedRefusals extends StandardAuthorizer {

    private static final Queue<String> REFUSED = new ConcurrentLinkedQueue<>();

    /** Who was refused what since the last time. */
    static List<String> taken() {
        var taken = new ArrayList<String>();
        for (var refusal = REFUSED.poll(); refusal != null; refusal = REFUSED.poll()) {
            taken.add(refusal);
        }
        return taken;
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        var results = super.authorize(context, actions);
        for (int i = 0; i < results.size(); i++) {
            var action = actions.get(i);
            // The broker also asks what it may leave out of an answer.
            if (results.get(i) == AuthorizationResult.DENIED
                    && action.logIfDenied()
                    && !context.clientId().equals(Guard.INTRUDER)) {
                REFUSED.add("%s: %s %s"
                        .formatted(
                                context.principal().getName(),
                                action.operation(),
                                action.resourcePattern().name()));
            }
        }
        return results;
    }
}
