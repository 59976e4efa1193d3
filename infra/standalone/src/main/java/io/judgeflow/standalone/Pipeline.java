package io.judgeflow.standalone;

import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.localjudge.LocalJudgeApplication;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.realtime.RealtimeApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import java.util.ArrayList;
import java.util.List;

/** The applications of Judgeflow: the last of the flow first, so that whoever is let in finds everything ready. */
final class Pipeline implements Services {

    @Override
    public List<Service> in(Surroundings surroundings) {
        var services = new ArrayList<Service>();
        if (surroundings.elsewhere().judge0() == null) {
            services.add(surroundings.web(
                    "localjudge",
                    LocalJudgeApplication.class,
                    surroundings.ports().judge()));
        }
        var realtime = Realtime.in(surroundings);
        if (realtime.wanted()) {
            // Before anybody makes tables: they are published where there is something to publish them to.
            services.add(surroundings
                    .web("realtime", RealtimeApplication.class, surroundings.ports().realtime())
                    .with(realtime.endpoint()));
        }
        services.add(surroundings.worker("scorer", ScorerApplication.class));
        var callbacks = Callbacks.in(surroundings);
        services.add(poller(surroundings, callbacks).with(callbacks.settings()));
        services.add(
                surroundings.worker("submitter", SubmitterApplication.class).with(callbacks.settings()));
        services.add(surroundings
                .web("gateway", GatewayApplication.class, surroundings.ports().gateway())
                .with(realtime.page()));
        return List.copyOf(services);
    }

    private static Service poller(Surroundings surroundings, Callbacks callbacks) {
        return callbacks.wanted()
                ? surroundings.web(
                        "poller", PollerApplication.class, surroundings.ports().callback())
                : surroundings.worker("poller", PollerApplication.class);
    }
}
