package io.judgeflow.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * Three brokers that have a copy of everything each, and of which any one may be away: a record is acknowledged when two
 * have it. Each is a controller as well, and each is started on its own, in whichever JVM.
 *
 * @param id by which they know that they belong together
 * @param ports of the members 1, 2 and 3; they stay the same for as long as the cluster lives
 */
public record BrokerCluster(String id, List<BrokerPorts> ports) {

    /** How many brokers it has. */
    public static final int SIZE = 3;

    private static final String BETWEEN = ",";

    /** Checks the number. */
    public BrokerCluster {
        ports = List.copyOf(ports);
        if (ports.size() != SIZE) {
            throw new IllegalArgumentException("a cluster has %d brokers, not %d".formatted(SIZE, ports.size()));
        }
    }

    /** A new one, on ports that are free now. */
    public static BrokerCluster create() {
        var ports = Stream.generate(() -> new BrokerPorts(LoopbackPort.ANY, LoopbackPort.ANY).claim())
                .limit(SIZE)
                .toList();
        return new BrokerCluster(Uuid.randomUuid().toString(), ports);
    }

    /** What {@link #text()} gave, in another JVM. */
    public static BrokerCluster of(String text) {
        var words = text.split(BETWEEN);
        var numbers = Arrays.stream(words).skip(1).map(Integer::parseInt).toList();
        var ports = IntStream.range(0, numbers.size() / 2)
                .mapToObj(i -> new BrokerPorts(numbers.get(2 * i), numbers.get(2 * i + 1)))
                .toList();
        return new BrokerCluster(words[0], ports);
    }

    /** All of it in one word. */
    public String text() {
        var numbers = ports.stream().flatMap(each -> Stream.of(each.clients(), each.controllers()));
        return id + BETWEEN + numbers.map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    /** One of its brokers, 1 to {@link #SIZE}. */
    public ClusterMember member(int number) {
        return new ClusterMember(this, number);
    }

    /** What a client needs to find it, whichever broker is away: host:port of each. */
    public String bootstrapServers() {
        return ports.stream().map(each -> "127.0.0.1:" + each.clients()).collect(Collectors.joining(BETWEEN));
    }

    /** Each controller as {@code id@host:port}. */
    String voters() {
        return IntStream.rangeClosed(1, SIZE)
                .mapToObj(
                        number -> number + "@127.0.0.1:" + ports.get(number - 1).controllers())
                .collect(Collectors.joining(BETWEEN));
    }
}
