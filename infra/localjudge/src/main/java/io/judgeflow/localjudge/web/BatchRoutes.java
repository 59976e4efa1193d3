package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.judging.Admission;
import io.judgeflow.localjudge.judging.Catalogue;
import io.judgeflow.localjudge.judging.Judge;
import io.judgeflow.localjudge.language.Languages;
import io.judgeflow.localjudge.submission.Submission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Several submissions at a time. As in Judge0, the queue is checked before the size of the batch. */
@Component
final class BatchRoutes {

    private static final String NOT_ASCII = "some attributes for one or more submissions cannot be converted to UTF-8, "
            + "use base64_encoded=true query parameter";

    private final Judge judge;
    private final Catalogue catalogue;
    private final LocalJudgeSettings settings;

    BatchRoutes(Judge judge, Catalogue catalogue, LocalJudgeSettings settings) {
        this.judge = judge;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/submissions/batch", this::create)
                .GET("/submissions/batch", this::read)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        return Params.read(request).flatMap(params -> {
            var elements = elements(params);
            return Mono.using(
                    () -> judge.admit(elements.size()).orElseThrow(SubmissionRoutes::queueFull),
                    admission -> create(elements, params.base64(), admission),
                    Admission::close);
        });
    }

    /** Nulls are left out, as Rails does. */
    private static List<JsonNode> elements(Params params) {
        var elements = new ArrayList<JsonNode>();
        if (params.body().get("submissions") instanceof ArrayNode list) {
            list.values().stream().filter(element -> !element.isNull()).forEach(elements::add);
        }
        return elements;
    }

    private Mono<ServerResponse> create(List<JsonNode> elements, boolean base64, Admission admission) {
        checkSize(elements.size());
        if (!elements.stream().allMatch(JsonNode::isObject)) {
            throw new FrameworkError(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return catalogue.languages().flatMap(languages -> {
            var answers = elements.stream()
                    .map(element -> answer(element, base64, languages, admission))
                    .toList();
            boolean any = answers.stream().anyMatch(answer -> answer.containsKey("token"));
            return Answers.json(any ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_CONTENT, answers);
        });
    }

    private Map<String, ?> answer(JsonNode element, boolean base64, Languages languages, Admission admission) {
        return switch (Intake.read(element, base64, settings.allowNetwork(), languages)) {
            case Intake.Outcome.Invalid invalid -> invalid.errors();
            case Intake.Outcome.Accepted accepted ->
                Map.of("token", admission.submit(accepted.task()).token());
        };
    }

    private Mono<ServerResponse> read(ServerRequest request) {
        var params = Params.ofQuery(request);
        var fields = Fields.parse(params.text("fields"));
        var tokens = params.text("tokens")
                .or(() -> Optional.ofNullable(request.headers().firstHeader("tokens")))
                .filter(list -> !list.isEmpty())
                .map(list -> Arrays.asList(list.split(",", -1)))
                .orElse(List.of());
        checkSize(tokens.size());
        var submissions = new ArrayList<@Nullable Object>();
        for (var token : tokens) {
            submissions.add(judge.find(token)
                    .map(submission -> render(submission, fields, params.base64()))
                    .orElse(null));
        }
        return Answers.json(HttpStatus.OK, Collections.singletonMap("submissions", submissions));
    }

    private static Map<String, @Nullable Object> render(Submission submission, Fields fields, boolean base64) {
        try {
            return View.render(submission, fields, base64);
        } catch (View.NotAscii unshowable) {
            throw Refusal.badRequest(NOT_ASCII);
        }
    }

    private void checkSize(int size) {
        if (size > settings.maxBatchSize()) {
            throw Refusal.badRequest(
                    "number of submissions in a batch should be less than or equal to " + settings.maxBatchSize());
        }
        if (size == 0) {
            throw Refusal.badRequest("there should be at least one submission in a batch");
        }
    }
}
