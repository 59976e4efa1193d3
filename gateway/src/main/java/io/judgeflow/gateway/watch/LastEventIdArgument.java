package io.judgeflow.gateway.watch;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;

/** Reads it from where clients can put it: the header, which a browser sends when it reconnects, is newer. */
@Configuration(proxyBeanMethods = false)
class LastEventIdArgument implements WebFluxConfigurer, SyncHandlerMethodArgumentResolver {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == LastEventId.class;
    }

    @Override
    public LastEventId resolveArgumentValue(
            MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var header = request.getHeaders().getFirst("Last-Event-ID");
        return new LastEventId(header == null ? request.getQueryParams().getFirst("last_event_id") : header);
    }
}
