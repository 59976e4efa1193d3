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
        var realtime = Realtime.in(surroundings);
        var callbacks = Callbacks.in(surroundings);
        var services = new ArrayList<>(standIns(surroundings, realtime));
        services.add(surroundings.worker("scorer", ScorerApplication.class));
        services.add(poller(surroundings, callbacks).with(callbacks.settings()));
        services.add(
                surroundings.worker("submitter", SubmitterApplication.class).with(callbacks.settings()));
        services.add(surroundings
                .web("gateway", GatewayApplication.class, surroundings.ports().gateway())
                .with(realtime.page()));
        return List.copyOf(services);
    }

    /** For Judge0 and for Supabase; Realtime before anybody makes tables, which are then published to it. */
    private static List<Service> standIns(Surroundings surroundings, Realtime realtime) {
        var ports = surroundings.ports();
        var services = new ArrayList<Service>();
        if (surroundings.elsewhere().judge0() == null) {
            services.add(surroundings.web("localjudge", LocalJudgeApplication.class, ports.judge()));
        }
        if (realtime.wanted()) {
            services.add(surroundings
                    .web("realtime", RealtimeApplication.class, ports.realtime())
                    .with(realtime.endpoint()));
        }
        return services;
    }

    private static Service poller(Surroundings surroundings, Callbacks callbacks) {
        return callbacks.wanted()
                ? surroundings.web(
                        "poller", PollerApplication.class, surroundings.ports().callback())
                : surroundings.worker("poller", PollerApplication.class);
    }
}
