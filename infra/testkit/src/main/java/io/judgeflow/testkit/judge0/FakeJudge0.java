package io.judgeflow.testkit.judge0;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A Judge0 1.13.1 on a loopback port that does what a test says. Programs are understood as far as {@link Outcome}
 * tells, and scripted one by one with a first line as {@link Directive} tells. Safe to use from many threads.
 */
public final class FakeJudge0 implements AutoCloseable {

    private final Faults faults = new Faults();
    private final Served served = new Served();
    private final Ledger ledger = new Ledger();
    private final Callbacks callbacks = new Callbacks();
    private final Server server;
    private volatile Setup setup;

    private FakeJudge0(Setup setup) {
        this.setup = setup;
        this.server = new Server(new Handling(() -> this.setup, ledger, callbacks), faults, served);
    }

    /** Listens, configured as Judge0 comes. */
    public static FakeJudge0 start() {
        return start(Setup.standard());
    }

    /** Listens, configured like this. */
    public static FakeJudge0 start(Setup setup) {
        var fake = new FakeJudge0(setup);
        fake.server.listen();
        return fake;
    }

    /** The address for JUDGE0_URLS. */
    public URI url() {
        return URI.create("http://" + instance());
    }

    /** Host and port. */
    public String instance() {
        return "127.0.0.1:" + server.port();
    }

    /** Changes the configuration while it runs; what was accepted before keeps its run time. */
    public FakeJudge0 configure(UnaryOperator<Setup> change) {
        setup = change.apply(setup);
        return this;
    }

    /** Puts a fault in force, behind those in force already. */
    public FakeJudge0 fail(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Answers every request with this status. */
    public FakeJudge0 fail(int status) {
        return fail(Fault.status(status));
    }

    /** Ends all faults. */
    public FakeJudge0 heal() {
        faults.clear();
        return this;
    }

    /** Refuses connections and cuts those that exist. What was accepted goes on running. */
    public FakeJudge0 goDown() {
        server.vanish();
        return this;
    }

    /** Listens again on the same port. */
    public FakeJudge0 comeBack() {
        server.listen();
        return this;
    }

    /** Makes a token unknown. */
    public FakeJudge0 forget(String token) {
        ledger.forget(token);
        return this;
    }

    /** Makes every token unknown, as after the loss of Judge0's database. */
    public FakeJudge0 forgetAll() {
        ledger.forgetAll();
        return this;
    }

    /** How many submissions were accepted for execution. */
    public long executed() {
        return ledger.executed();
    }

    /** The same for one program: its {@code job=} where it has one, else its whole text. */
    public long executed(String program) {
        return ledger.executed(program);
    }

    /** When the latest run of one program ends, or will end; null when it was never accepted. */
    public @Nullable Instant ends(String program) {
        var latest = ledger.latest(program);
        return latest == null ? null : latest.finishedAt();
    }

    /** How often a program, named as for {@link #executed(String)}, was called wrong by Judge0's own rules. */
    public long refused(String program) {
        return ledger.refused(program);
    }

    /** Requests of this kind, those that met a fault included. */
    public long requests(Call call) {
        return served.requests(call);
    }

    /** Tokens asked about, over all requests. */
    public long tokensAsked() {
        return served.tokens();
    }

    /** The most tokens that one request asked about. */
    public int mostTokensAtOnce() {
        return served.mostTokens();
    }

    /** Callbacks that got any answer. */
    public long callbacksAnswered() {
        return callbacks.sent();
    }

    /** Sends a callback with this body now, forged or malformed as the test likes; gives the status of the answer. */
    public Mono<Integer> sendCallback(String url, String body) {
        return callbacks.put(url, body);
    }

    /** Sends the callback of this token (again) as it stands now; gives the status of the answer. */
    public Mono<Integer> repeatCallback(String url, String token) {
        var submission = ledger.find(token);
        return submission == null
                ? Mono.error(new IllegalArgumentException("unknown token"))
                : callbacks.put(url, Callbacks.body(submission));
    }

    /** A callback's body that nobody issued, for this token and status. */
    public static String forgedCallback(String token, int status) {
        return Reply.JSON.writeValueAsString(
                Map.of("token", token, "status", Map.of("id", status, "description", Statuses.description(status))));
    }

    @Override
    public void close() {
        server.vanish();
    }
}
