package io.judgeflow.standalone;

import java.util.function.Supplier;

/** Everything that runs here, from the data directory up to the gateway. */
record Stack(Services services, Elsewhere elsewhere) {

    /** Starts all parts in order, each added to the lifetime, and returns what the user should know. */
    Welcome start(Ports wanted, Supplier<DataDirectory> directory, Lifetime lifetime) {
        var data = lifetime.start(directory);
        var ports = wanted.claimed(elsewhere);
        var infrastructure = Infrastructure.start(elsewhere, ports, data, lifetime);
        lifetime.start(QuietEnd::new);
        var surroundings = new Surroundings(infrastructure, elsewhere, ports, data);
        for (var service : services.in(surroundings)) {
            lifetime.start(service::start);
        }
        lifetime.start(ClassArchive::begin);
        return new Welcome(surroundings);
    }
}
