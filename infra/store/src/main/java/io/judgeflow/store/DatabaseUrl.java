package io.judgeflow.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a connection URL, decoded. Shows neither password nor parameters. */
record DatabaseUrl(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        Map<String, String> parameters) {

    private static final int USUAL_PORT = 5432;
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
    private static final int SUPABASE_TRANSACTION_POOLER = 6543;

    /** The last two are in what Supabase shows for other tools, and mean nothing here. */
    private static final Set<String> PARAMETERS =
            Set.of("sslmode", "sslrootcert", "application_name", "pgbouncer", "connection_limit", "supa");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    DatabaseUrl {
        parameters = Map.copyOf(parameters);
        for (var name : parameters.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw refusal("has the parameter " + name + ", known are " + PARAMETERS);
            }
        }
        if (!SSL_MODES.contains(parameters.getOrDefault("sslmode", "prefer"))) {
            throw refusal("has an sslmode that is none of " + SSL_MODES);
        }
    }

    static DatabaseUrl parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refusal("is missing");
        }
        var uri = uri(text.strip());
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            throw refusal("starts with postgresql://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() == null) {
            throw refusal("has one user and one host: postgresql://user:password@host:port/database");
        }
        var login = uri.getRawUserInfo().split(":", 2);
        var user = decoded(login[0]);
        var path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new DatabaseUrl(
                uri.getHost().replaceAll("[\\[\\]]", ""),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                path.isEmpty() ? user : path,
                user,
                login.length < 2 ? null : decoded(login[1]),
                parameters(uri.getRawQuery()));
    }

    /** The parameter's value, or this one when the URL has none. */
    String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** True where each transaction may get another connection, so that no prepared statement is found again. */
    boolean pooledByTransaction() {
        return port == SUPABASE_TRANSACTION_POOLER
                || parameter("pgbouncer", "false").equals("true");
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Its message shows the text, and so the password.
            throw refusal("is no URL: " + e.getReason() + " at character " + e.getIndex()
                    + "; what is special in the password must be percent-encoded");
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new HashMap<String, String>();
        if (query != null) {
            for (var pair : query.split("&", -1)) {
                var parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        // Unlike in forms, a plus sign stands for itself here.
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException("judgeflow.database.url " + rule);
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
