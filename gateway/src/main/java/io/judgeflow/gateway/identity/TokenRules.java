package io.judgeflow.gateway.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a token must say, once its signature holds. */
final class TokenRules {

    private static final int MAX_SUBJECT = 128;

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(TokenSettings settings, Clock clock) {
        var rules = new ArrayList<OAuth2TokenValidator<Jwt>>();
        rules.add(times(settings, clock));
        rules.add(JwtTypeValidator.jwt());
        // Supabase's public key for pages is itself a token, of nobody: it has no subject.
        rules.add(new JwtClaimValidator<String>(JwtClaimNames.SUB, TokenRules::isUser));
        if (!settings.issuer().isEmpty()) {
            rules.add(new JwtIssuerValidator(settings.issuer()));
        }
        if (!settings.audience().isEmpty()) {
            rules.add(new JwtClaimValidator<List<String>>(
                    JwtClaimNames.AUD, heard -> heard != null && heard.contains(settings.audience())));
        }
        return new DelegatingOAuth2TokenValidator<>(rules);
    }

    private static OAuth2TokenValidator<Jwt> times(TokenSettings settings, Clock clock) {
        var times = new JwtTimestampValidator(settings.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        return times;
    }

    private static boolean isUser(@Nullable String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= MAX_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl)
                && !subject.startsWith(Caller.Service.PREFIX);
    }
}
