package io.judgeflow.standalone;

import io.judgeflow.embedded.CannotStart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "./start",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Runs all of Judgeflow on this machine, on loopback only. Nothing has to be installed but a JDK.",
        footerHeading = "%nUsed instead of a part of our own when set:%n",
        footer = {
            "  JUDGE0_URLS               comma-separated addresses of Judge0",
            "  KAFKA_BOOTSTRAP_SERVERS   host:port, comma-separated",
            "  DATABASE_URL              postgresql://user:password@host:port/database",
            "  SUPABASE_URL              https://project.supabase.co, with SUPABASE_ANON_KEY: whose Realtime the page shows"
        })
final class StartCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "The gateway: page and API. 0 is any free port, here and below. (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--judge-port",
            defaultValue = "2358",
            paramLabel = "PORT",
            description = "The local judge, which speaks Judge0's API. (${DEFAULT-VALUE})")
    private int judgePort;

    @Option(
            names = "--callback-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "The poller, where the judge calls back. (${DEFAULT-VALUE})")
    private int callbackPort;

    @Option(
            names = "--kafka-port",
            defaultValue = "9092",
            paramLabel = "PORT",
            description = "The Kafka broker. (${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            defaultValue = "54322",
            paramLabel = "PORT",
            description = "PostgreSQL. (${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(
            names = "--realtime-port",
            defaultValue = "54321",
            paramLabel = "PORT",
            description = "Realtime, for supabase-js. Runs with our own PostgreSQL only. (${DEFAULT-VALUE})")
    private int realtimePort;

    @ArgGroup
    private Storage storage = new Storage();

    private final Stack stack;

    StartCommand(Stack stack) {
        this.stack = stack;
    }

    /** Where data is kept: one of these. */
    private static final class Storage {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where everything is kept from one start to the next. (.judgeflow beside ./start)")
        private @Nullable Path data;

        @Option(names = "--ephemeral", description = "Keeps nothing: starts empty, and deletes everything at the end.")
        private boolean ephemeral;

        /** Without --data it is for whoever started the JVM to say: see ./start. */
        private DataDirectory open() {
            var given = System.getProperty("judgeflow.data");
            if (ephemeral) {
                return given == null ? DataDirectory.openEphemeral() : DataDirectory.openEphemeral(Path.of(given));
            }
            return DataDirectory.open(data == null ? Path.of(given == null ? ".judgeflow" : given) : data);
        }
    }

    /** Runs until the JVM is asked to end; returns only when it could not start. */
    @Override
    public Integer call() throws InterruptedException {
        var lifetime = Lifetime.ofThisJvm();
        try {
            var ports = new Ports(port, judgePort, callbackPort, kafkaPort, postgresPort, realtimePort);
            var welcome = stack.start(ports, storage::open, lifetime);
            System.out.println(welcome.text());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (CancellationException | LinkageError e) {
            // A library that wants to be told of the end cannot be initialised when the end has begun.
            return end(lifetime, e);
        } catch (RuntimeException e) {
            LOG.debug("The whole failure:", e);
            System.err.println("Judgeflow cannot start: " + NestedExceptionUtils.getMostSpecificCause(e));
            return 1;
        } finally {
            lifetime.settle();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static int end(Lifetime lifetime, Throwable reason) {
        if (!lifetime.isEnding()) {
            LOG.error("Judgeflow cannot start.", reason);
        }
        return 1;
    }
}
