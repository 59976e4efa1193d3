package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.judging.Catalogue;
import io.judgeflow.localjudge.judging.Judge;
import io.judgeflow.localjudge.language.Language;
import io.judgeflow.localjudge.submission.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What there is: languages, statuses, configuration, load. */
@Component
final class InformationRoutes {

    private static final String VERSION = "1.13.1";

    private final Judge judge;
    private final Catalogue catalogue;
    private final Map<String, Object> configuration;

    InformationRoutes(Judge judge, Catalogue catalogue, LocalJudgeSettings settings) {
        this.judge = judge;
        this.catalogue = catalogue;
        this.configuration = ConfigInfo.of(settings);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/languages", request -> languages(InformationRoutes::brief))
                .GET("/languages/all", request -> languages(InformationRoutes::withArchived))
                .GET("/languages/{id}", this::language)
                .GET("/statuses", request -> Answers.json(HttpStatus.OK, statuses()))
                .GET("/about", request -> Answers.json(HttpStatus.OK, about()))
                .GET("/version", request -> Answers.text(VERSION))
                .GET("/config_info", request -> Answers.json(HttpStatus.OK, configuration))
                .GET("/workers", request -> Answers.json(HttpStatus.OK, List.of(workers())))
                .GET("/system_info", request -> Answers.json(HttpStatus.OK, system()))
                .build();
    }

    private Mono<ServerResponse> languages(Function<Language, Map<String, @Nullable Object>> shape) {
        return catalogue
                .languages()
                .flatMap(languages -> Answers.json(
                        HttpStatus.OK, languages.all().stream().map(shape).toList()));
    }

    private Mono<ServerResponse> language(ServerRequest request) {
        return catalogue
                .languages()
                .flatMap(languages -> languages.all().stream()
                        .filter(language -> String.valueOf(language.id()).equals(request.pathVariable("id")))
                        .findFirst()
                        .map(language -> Answers.json(HttpStatus.OK, full(language)))
                        .orElseThrow(() -> new FrameworkError(HttpStatus.NOT_FOUND)));
    }

    private static Map<String, @Nullable Object> brief(Language language) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", language.id());
        json.put("name", language.name());
        return json;
    }

    private static Map<String, @Nullable Object> withArchived(Language language) {
        var json = brief(language);
        json.put("is_archived", false);
        return json;
    }

    private static Map<String, @Nullable Object> full(Language language) {
        var json = withArchived(language);
        json.put("source_file", language.sourceFile());
        json.put("compile_cmd", language.compileCommand());
        json.put("run_cmd", language.runCommand());
        return json;
    }

    private static List<Map<String, Object>> statuses() {
        return Arrays.stream(Status.values()).map(View::status).toList();
    }

    private static Map<String, Object> about() {
        return Map.of(
                "version", VERSION,
                "homepage", "https://judge0.com",
                "source_code", "https://github.com/judge0/judge0",
                "maintainer", "Judgeflow local judge, speaking Judge0's API");
    }

    private Map<String, Object> workers() {
        var json = new LinkedHashMap<String, Object>();
        int working = judge.working();
        json.put("queue", VERSION);
        json.put("size", judge.waiting());
        json.put("available", judge.workers());
        json.put("idle", judge.workers() - working);
        json.put("working", working);
        json.put("paused", 0);
        json.put("failed", 0);
        return json;
    }

    private static Map<String, String> system() {
        var json = new LinkedHashMap<String, String>();
        json.put("Architecture", System.getProperty("os.arch"));
        json.put("CPU(s)", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return json;
    }
}
