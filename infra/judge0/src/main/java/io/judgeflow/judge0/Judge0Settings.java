package io.judgeflow.judge0;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Judge0 instances there are and how to treat them.
 *
 * @param urls {@code JUDGE0_URLS}: tried in this order
 * @param timeout {@code JUDGE0_TIMEOUT}: for each request, from connecting to the last byte
 * @param strategy {@code JUDGE0_STRATEGY}
 * @param authHeader {@code JUDGE0_AUTH_HEADER}: Judge0's AUTHN_HEADER
 * @param authToken {@code JUDGE0_AUTH_TOKEN}: none, one for all, or one per address in their order (empty for none)
 * @param busyFor how long an instance with a full queue is left alone
 * @param connections most connections to one instance
 * @param outputLimit most bytes that are read of each text that a program left, at least 1
 * @param breaker when to stop asking an instance that fails
 * @param ejection when an instance that takes runs and then fails them is tried last
 */
@ConfigurationProperties("judgeflow.judge0")
public record Judge0Settings(
        @DefaultValue("http://localhost:2358") List<URI> urls,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("ordered") Strategy strategy,
        @DefaultValue("X-Auth-Token") String authHeader,
        @DefaultValue List<String> authToken,
        @DefaultValue("250ms") Duration busyFor,
        @DefaultValue("256") int connections,
        @DefaultValue("262144") int outputLimit,
        @DefaultValue Breaker breaker,
        @DefaultValue Ejection ejection) {

    /** Rejects settings with which no call could succeed, or two instances would be taken for one. */
    public Judge0Settings {
        urls = List.copyOf(urls);
        authToken = authToken.stream().map(String::strip).toList();
        require(!urls.isEmpty(), "JUDGE0_URLS must name at least one instance");
        require(timeout.toMillis() >= 1, "JUDGE0_TIMEOUT must be at least 1ms");
        require(!authHeader.isBlank(), "JUDGE0_AUTH_HEADER must not be blank");
        require(
                authToken.size() <= 1 || authToken.size() == urls.size(),
                "JUDGE0_AUTH_TOKEN must hold one token for all, or as many as JUDGE0_URLS has addresses");
        require(!busyFor.isNegative(), "judgeflow.judge0.busy-for must not be negative");
        require(connections >= 1, "judgeflow.judge0.connections must be at least 1");
        require(outputLimit >= 1, "judgeflow.judge0.output-limit must be at least 1");
        var names = instances(urls, authHeader, authToken).stream()
                .map(Instance::name)
                .toList();
        require(names.size() == names.stream().distinct().count(), "JUDGE0_URLS names an instance twice");
    }

    /** These instances, and defaults for everything else. */
    public static Judge0Settings of(List<URI> urls) {
        return new Judge0Settings(
                urls,
                Duration.ofSeconds(5),
                Strategy.ORDERED,
                "X-Auth-Token",
                List.of(),
                Duration.ofMillis(250),
                256,
                256 * 1024,
                Breaker.standard(),
                Ejection.standard());
    }

    /** The same with this timeout for each request. */
    public Judge0Settings withTimeout(Duration other) {
        return new Judge0Settings(
                urls, other, strategy, authHeader, authToken, busyFor, connections, outputLimit, breaker, ejection);
    }

    /** The same leaving busy instances alone for this long. */
    public Judge0Settings withBusyFor(Duration other) {
        return new Judge0Settings(
                urls, timeout, strategy, authHeader, authToken, other, connections, outputLimit, breaker, ejection);
    }

    /** The same with this breaker. */
    public Judge0Settings withBreaker(Breaker other) {
        return new Judge0Settings(
                urls, timeout, strategy, authHeader, authToken, busyFor, connections, outputLimit, other, ejection);
    }

    /** The same with this order of trying instances. */
    public Judge0Settings withStrategy(Strategy other) {
        return new Judge0Settings(
                urls, timeout, other, authHeader, authToken, busyFor, connections, outputLimit, breaker, ejection);
    }

    /** The same with this rule for instances that fail runs. */
    public Judge0Settings withEjection(Ejection other) {
        return new Judge0Settings(
                urls, timeout, strategy, authHeader, authToken, busyFor, connections, outputLimit, breaker, other);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Judge0Settings[instances=" + instances() + ", strategy=" + strategy + ", timeout=" + timeout + "]";
    }

    List<Instance> instances() {
        return instances(urls, authHeader, authToken);
    }

    private static List<Instance> instances(List<URI> urls, String header, List<String> tokens) {
        return IntStream.range(0, urls.size())
                .mapToObj(i -> Instance.at(
                        urls.get(i), header, tokens.isEmpty() ? "" : tokens.get(tokens.size() == 1 ? 0 : i)))
                .toList();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
