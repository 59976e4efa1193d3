package io.judgeflow.cli;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the gateway is, who asks, and for how long. */
final class Connection {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    /** RFC 6750; whatever else is in the file cannot be a key, and must not be quoted by whoever refuses it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    @Option(
            names = "--url",
            defaultValue = "${env:JUDGEFLOW_URL:-http://localhost:8080}",
            paramLabel = "URL",
            description = "The gateway, also as $$JUDGEFLOW_URL. (${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the service's key or the user's token. Without it, that is in $$JUDGEFLOW_KEY.")
    private @Nullable Path keyFile;

    @Option(names = "--insecure", description = "Sends the key over plain http to other machines, too.")
    private boolean insecure;

    @Option(
            names = "--timeout",
            defaultValue = "60s",
            paramLabel = "TIME",
            description = "How long to wait in all, such as 90s or 5m. (${DEFAULT-VALUE})")
    private Duration timeout = Duration.ofMinutes(1);

    @Option(names = "--json", description = "Prints what the gateway sent, and nothing else.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    Screen screen() {
        var commandLine = requireNonNull(command).commandLine();
        return new Screen(commandLine.getOut(), commandLine.getErr(), json);
    }

    Gateway open() {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new Failure(Exit.REFUSED, "--url must be like http://localhost:8080.");
        }
        var key = key();
        if (key != null && !insecure && !isPrivate()) {
            throw new Failure(
                    Exit.REFUSED, "The key would be readable on the way: use https, or --insecure if you mean it.");
        }
        var base = URI.create(url.toString().replaceFirst("/*$", "/"));
        return Gateway.at(base, key, timeout, screen()::note);
    }

    private boolean isPrivate() {
        return "https".equals(url.getScheme())
                || LOOPBACK.matcher(url.getHost()).matches();
    }

    private @Nullable String key() {
        var key = keyFile == null ? System.getenv("JUDGEFLOW_KEY") : TextFile.read(keyFile);
        if (key == null || (key.isBlank() && keyFile == null)) {
            return null;
        }
        if (!TOKEN.matcher(key.strip()).matches()) {
            throw new Failure(Exit.REFUSED, (keyFile == null ? "$JUDGEFLOW_KEY" : keyFile) + " holds no key.");
        }
        return key.strip();
    }
}
