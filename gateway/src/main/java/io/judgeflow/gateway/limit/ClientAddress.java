package io.judgeflow.gateway.limit;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from, as far as it can be believed. */
final class ClientAddress {

    private static final String UNKNOWN = "unknown";
    /** A subscriber has all of such a network: single addresses of it would be as many callers as anyone likes. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * The address of the client, or its network for IPv6.
     *
     * @param proxies how many of ours are before us; what stands further left in X-Forwarded-For anyone can write
     */
    static String of(ServerHttpRequest request, int proxies) {
        var told = proxies == 0 ? null : forwarded(request, proxies);
        if (told != null) {
            return text(told);
        }
        var peer = request.getRemoteAddress();
        return peer == null || peer.getAddress() == null ? UNKNOWN : text(peer.getAddress());
    }

    private static @Nullable InetAddress forwarded(ServerHttpRequest request, int proxies) {
        var hops = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        return hops.size() < proxies
                ? null
                : NetUtil.createInetAddressFromIpAddressString(hops.get(hops.size() - proxies));
    }

    private static String text(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
