package io.judgeflow.judge0;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls that ask about tokens. An answer that is too large is asked for again in parts, at last without outputs. */
final class AskCalls {

    private final Endpoint endpoint;
    private final int outputLimit;

    AskCalls(Endpoint endpoint, int outputLimit) {
        this.endpoint = endpoint;
        this.outputLimit = outputLimit;
    }

    /** Asks about no more tokens than fit one request. */
    Mono<List<Report>> batch(List<String> tokens) {
        return batch(tokens, WireReport.FIELDS).onErrorResume(Endpoint.Oversized.class, large -> inParts(tokens));
    }

    /** Asks about one token where batches are switched off. Judge0 1.13.1: up to a second out of date. */
    Mono<List<Report>> single(String token) {
        return single(token, WireReport.FIELDS)
                .onErrorResume(
                        Endpoint.Oversized.class,
                        large -> single(token, WireReport.FIGURES).map(AskCalls::withoutOutputs))
                .map(List::of);
    }

    private Mono<List<Report>> inParts(List<String> tokens) {
        if (tokens.size() == 1) {
            return batch(tokens, WireReport.FIGURES)
                    .map(reports ->
                            reports.stream().map(AskCalls::withoutOutputs).toList());
        }
        var half = tokens.size() / 2;
        return Flux.just(tokens.subList(0, half), tokens.subList(half, tokens.size()))
                .concatMap(this::batch)
                .collect(ArrayList::new, List::addAll);
    }

    private Mono<List<Report>> batch(List<String> tokens, String fields) {
        var list = tokens.stream().map(AskCalls::encode).collect(Collectors.joining(","));
        return endpoint.get("/submissions/batch?base64_encoded=true&fields=" + fields + "&tokens=" + list)
                .map(answer -> reports(answer, tokens));
    }

    private Mono<Report> single(String token, String fields) {
        return endpoint.get("/submissions/" + encode(token) + "?base64_encoded=true&fields=" + fields)
                .map(answer -> answer.status() == 404
                        ? new Report.Unknown(token)
                        : report(answer, answer.read(WireReport.class), token));
    }

    private List<Report> reports(Answer answer, List<String> tokens) {
        var items = answer.read(WireReport.Batch.class).submissions();
        if (items == null || items.size() != tokens.size()) {
            throw answer.senseless();
        }
        var reports = new ArrayList<Report>(tokens.size());
        for (var i = 0; i < tokens.size(); i++) {
            reports.add(report(answer, items.get(i), tokens.get(i)));
        }
        return reports;
    }

    private Report report(Answer answer, @Nullable WireReport item, String token) {
        if (item == null) {
            return new Report.Unknown(token);
        }
        var report = item.about(token, outputLimit, null);
        if (report == null) {
            throw answer.senseless();
        }
        return report;
    }

    private static Report withoutOutputs(Report report) {
        return report instanceof Report.Finished finished
                ? finished.withoutOutputs("the outputs are too large to be read")
                : report;
    }

    private static String encode(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
