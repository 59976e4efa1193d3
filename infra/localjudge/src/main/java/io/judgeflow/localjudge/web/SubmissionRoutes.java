package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.judging.Admission;
import io.judgeflow.localjudge.judging.Catalogue;
import io.judgeflow.localjudge.judging.Judge;
import io.judgeflow.localjudge.language.Languages;
import io.judgeflow.localjudge.submission.Submission;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One submission at a time. The order of the checks is Judge0's: queue, fields, then the submission itself. */
@Component
final class SubmissionRoutes {

    private static final String NOT_ASCII = "some attributes for this submission cannot be converted to UTF-8, "
            + "use base64_encoded=true query parameter";

    private final Judge judge;
    private final Catalogue catalogue;
    private final LocalJudgeSettings settings;

    SubmissionRoutes(Judge judge, Catalogue catalogue, LocalJudgeSettings settings) {
        this.judge = judge;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/submissions", this::create)
                .GET("/submissions/{token}", this::read)
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request) {
        return Params.read(request)
                .flatMap(params -> Mono.using(
                        () -> judge.admit(1).orElseThrow(SubmissionRoutes::queueFull),
                        admission -> create(params, admission),
                        Admission::close));
    }

    static Refusal queueFull() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "queue is full");
    }

    private Mono<ServerResponse> create(Params params, Admission admission) {
        var fields = Fields.parse(params.text("fields"));
        return catalogue.languages().flatMap(languages -> switch (intake(params, languages)) {
            case Intake.Outcome.Invalid invalid -> Answers.json(HttpStatus.UNPROCESSABLE_CONTENT, invalid.errors());
            case Intake.Outcome.Accepted accepted -> created(admission.submit(accepted.task()), params, fields);
        });
    }

    private Intake.Outcome intake(Params params, Languages languages) {
        return Intake.read(params.body(), params.base64(), settings.allowNetwork(), languages);
    }

    private static Mono<ServerResponse> created(Submission submission, Params params, Fields fields) {
        return params.isOn("wait")
                ? Mono.fromFuture(submission.end(), true).flatMap(end -> finished(submission, params, fields))
                : Answers.json(HttpStatus.CREATED, Map.of("token", submission.token()));
    }

    private static Mono<ServerResponse> finished(Submission submission, Params params, Fields fields) {
        try {
            return Answers.json(HttpStatus.CREATED, View.render(submission, fields, params.base64()));
        } catch (View.NotAscii unshowable) {
            var body = new LinkedHashMap<String, String>();
            body.put("error", NOT_ASCII);
            body.put("token", submission.token());
            return Answers.json(HttpStatus.CREATED, body);
        }
    }

    private Mono<ServerResponse> read(ServerRequest request) {
        var params = Params.ofQuery(request);
        var fields = Fields.parse(params.text("fields"));
        var submission =
                judge.find(request.pathVariable("token")).orElseThrow(() -> new FrameworkError(HttpStatus.NOT_FOUND));
        try {
            return Answers.json(HttpStatus.OK, View.render(submission, fields, params.base64()));
        } catch (View.NotAscii unshowable) {
            throw Refusal.badRequest(NOT_ASCII);
        }
    }
}
