package io.judgeflow.testkit.process;

import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import java.nio.file.Path;
import java.util.List;

/** A broker in a JVM of its own. */
public record BrokerProcess(ServiceProcess process, String bootstrapServers) implements AutoCloseable {

    /** Starts one; clients wait until it is there. */
    public static BrokerProcess start(int heap, List<String> options, Path directory) {
        var port = LoopbackPort.claim(LoopbackPort.ANY, "Kafka");
        var arguments = List.of(directory.resolve("data").toString(), String.valueOf(port));
        return new BrokerProcess(
                ServiceProcess.run(BrokerProcess.class, heap, options, directory, arguments), "127.0.0.1:" + port);
    }

    /** The data directory and the port for clients. */
    public static void main(String... words) {
        KafkaBroker.start(Path.of(words[0]), Integer.parseInt(words[1]), LoopbackPort.ANY);
    }

    @Override
    public void close() {
        process.close();
    }
}
