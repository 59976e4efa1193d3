package io.judgeflow.gateway.realtime;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a page is told of Realtime, which is public.
 *
 * @param url of the Supabase project, as supabase-js takes it; empty when there is none
 * @param key the publishable (anon) key of the project
 * @param token for whoever opens the page; only where that can be but one person, who is at the machine itself
 */
@ConfigurationProperties("judgeflow.gateway.realtime")
public record RealtimeSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String key,
        @DefaultValue("") String token) {

    private static final String PATH = "/realtime/v1/websocket";

    public RealtimeSettings {
        url = url.strip().replaceFirst("/+$", "");
        if (!url.isEmpty() && !isAddress(URI.create(url))) {
            throw new IllegalArgumentException(
                    "judgeflow.gateway.realtime.url has to be like https://project.supabase.co");
        }
        if (!url.isEmpty() && key.isBlank()) {
            throw new IllegalArgumentException("judgeflow.gateway.realtime.url is of no use without its key");
        }
    }

    private static boolean isAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    /** The one address that supabase-js opens, empty when there is none. */
    public String socket() {
        return url.isEmpty() ? "" : url.replaceFirst("^http", "ws") + PATH;
    }

    /** Shows neither key nor token. */
    @Override
    public String toString() {
        return "RealtimeSettings[" + url + "]";
    }
}
