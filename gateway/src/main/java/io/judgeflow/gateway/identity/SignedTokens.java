package io.judgeflow.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Users' tokens. A token says how it is signed, and that only chooses among the decoders that we set up, each with keys of
 * one kind: a public key is never taken for a secret, and "none" is no algorithm.
 */
@Component
class SignedTokens implements ReactiveJwtDecoder {

    private final Map<String, ReactiveJwtDecoder> decoders = new HashMap<>();

    SignedTokens(IdentitySettings identity, Clock clock) {
        var settings = identity.jwt();
        if (!settings.secret().isEmpty()) {
            var key = new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256");
            add(MacAlgorithm.HS256, NimbusReactiveJwtDecoder.withSecretKey(key).build());
        }
        if (!settings.jwksUrl().isEmpty()) {
            var keys = new PublishedKeys(settings.jwksUrl());
            for (var algorithm : new SignatureAlgorithm[] {SignatureAlgorithm.ES256, SignatureAlgorithm.RS256}) {
                add(
                        algorithm,
                        NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                                .jwsAlgorithm(algorithm)
                                .build());
            }
        }
        var rules = TokenRules.of(settings, clock);
        decoders.values().forEach(decoder -> ((NimbusReactiveJwtDecoder) decoder).setJwtValidator(rules));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var decoder = decoders.get(algorithm(token));
        return decoder == null
                ? Mono.error(new BadJwtException("It is not signed in a way that is taken here."))
                : decoder.decode(token);
    }

    private static String algorithm(String token) {
        try {
            var header = new Base64URL(token.substring(0, token.indexOf('.')));
            return JWSHeader.parse(header).getAlgorithm().getName();
        } catch (ParseException | IllegalArgumentException e) {
            return "";
        }
    }

    private void add(JwsAlgorithm algorithm, NimbusReactiveJwtDecoder decoder) {
        decoders.put(algorithm.getName(), decoder);
    }
}
