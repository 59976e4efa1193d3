package io.judgeflow.gateway.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AnonymousSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/** Which address needs what. Whatever is not named here needs a caller, so that nothing new is open by mistake. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityChain {

    private static final String[] PAGE = {"/", "/*.html", "/*.js", "/*.css", "/*.svg", "/*.png", "/*.ico", "/vendor/*"};
    private static final String[] DOCUMENTS = {"/openapi.json", "/asyncapi.json"};
    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http, Callers callers, Admission admission, Refusals refusals, CorsSettings cors) {
        return http.authorizeExchange(SecurityChain::rules)
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(exchange -> Mono.just(callers))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        spec -> spec.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .anonymous(spec -> admission.anonymous().ifPresent(caller -> let(caller, spec)))
                .cors(spec -> cors(spec, cors))
                // Otherwise each request would make a session, on two other threads, to look for a caller in it.
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(spec -> spec.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .build();
    }

    /** Three spans and two timers for each request would tell nobody anything. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    private static void rules(AuthorizeExchangeSpec request) {
        request.pathMatchers(HttpMethod.GET, PAGE)
                .permitAll()
                .pathMatchers(HttpMethod.HEAD, PAGE)
                .permitAll()
                .pathMatchers(HttpMethod.GET, DOCUMENTS)
                .permitAll()
                .pathMatchers(HttpMethod.GET, HEALTH)
                .permitAll()
                .pathMatchers("/actuator/**")
                .hasAuthority(CallerAuthentication.OPERATE)
                .anyExchange()
                .hasAuthority(CallerAuthentication.CALL);
    }

    private static void let(Caller.Anonymous caller, AnonymousSpec spec) {
        spec.principal(caller).authorities(CallerAuthentication.authorities(caller));
    }

    private static void cors(CorsSpec spec, CorsSettings cors) {
        if (cors.origins().isEmpty()) {
            spec.disable();
        } else {
            spec.configurationSource(cors.source());
        }
    }
}
