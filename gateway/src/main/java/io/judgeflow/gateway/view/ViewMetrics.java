package io.judgeflow.gateway.view;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Gauges of the view. */
@Component
class ViewMetrics implements MeterBinder {

    private final JobView view;

    ViewMetrics(JobView view) {
        this.view = view;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("judgeflow.gateway.view.jobs", view, JobView::size)
                .description("jobs in this gateway's view")
                .register(registry);
        Gauge.builder("judgeflow.gateway.view.size", view, JobView::bytes)
                .description("about what they take of the heap")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("judgeflow.gateway.watchers", view, JobView::watchers)
                .description("open streams and long polls")
                .register(registry);
    }
}
