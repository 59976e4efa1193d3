package io.judgeflow.judge0;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * One configured instance.
 *
 * @param url scheme, host, port and perhaps a path, without a slash at the end
 * @param authHeader the header that carries the token
 * @param authToken empty for none
 */
record Instance(URI url, String authHeader, String authToken) {

    static Instance at(URI url, String authHeader, String authToken) {
        // The address may hold a password, so a complaint must not repeat it.
        if (!("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "JUDGE0_URLS must be a comma-separated list of addresses such as http://localhost:2358,"
                            + " with letters, digits and hyphens in host names");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("JUDGE0_URLS must not hold a user or password; use JUDGE0_AUTH_TOKEN");
        }
        var text = url.toString();
        return new Instance(
                text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url, authHeader, authToken);
    }

    /** Host and port, and the path where there is one: what tokens are kept with. */
    String name() {
        var port = url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + port + url.getRawPath();
    }

    void authenticate(HttpHeaders headers) {
        if (!authToken.isEmpty()) {
            headers.set(authHeader, authToken);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return name();
    }
}
