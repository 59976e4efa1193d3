package io.judgeflow.gateway.view;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service until the view has caught up: before that, a job that exists may look unknown. */
@Component("viewHealthIndicator")
class ViewHealth implements HealthIndicator {

    private final ViewProgress progress;
    private final JobView view;

    ViewHealth(ViewProgress progress, JobView view) {
        this.progress = progress;
        this.view = view;
    }

    @Override
    public Health health() {
        var health = progress.caughtUp() ? Health.up() : Health.outOfService();
        return health.withDetail("jobs", view.size()).build();
    }
}
