package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.judging.CallbackBody;
import io.judgeflow.web.OwnEventLoops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** All routes, behind one door and with one way to fail. */
@Configuration(proxyBeanMethods = false)
@Import(OwnEventLoops.class)
class WebConfiguration {

    @Bean
    RouterFunction<ServerResponse> routes(
            BatchRoutes batches,
            SubmissionRoutes submissions,
            InformationRoutes information,
            LocalJudgeSettings settings) {
        return RouterFunctions.route()
                .add(batches.routes())
                .add(submissions.routes())
                .add(information.routes())
                // Judge0 without an authorization token: listing and deleting are always forbidden.
                .GET("/submissions", request -> Answers.empty(HttpStatus.FORBIDDEN))
                .DELETE("/submissions/{token}", request -> Answers.empty(HttpStatus.FORBIDDEN))
                .route(RequestPredicates.all(), request -> Mono.error(new FrameworkError(HttpStatus.NOT_FOUND)))
                // Deferred, since a handler may also throw before it returns a Mono.
                .filter((request, next) -> Mono.defer(() -> next.handle(request))
                        .onErrorResume(failure -> Answers.failure(failure, request)))
                .filter(new Doorkeeper(settings))
                .build();
    }

    /** Judge0 1.13.1: the usual fields, always in base64. */
    @Bean
    CallbackBody callbackBody() {
        return finished -> Answers.JSON.writeValueAsBytes(View.render(finished, Fields.USUAL, true));
    }
}
