package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.token.InvalidToken;
import io.judgeflow.realtime.token.TokenVerifier;
import io.judgeflow.realtime.wire.Protocol;
import org.springframework.util.MultiValueMap;

/**
 * What a client says of itself in the address.
 *
 * @param key who it is as long as a join says nothing else
 */
record Handshake(Claims key, Protocol protocol) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when there is no such version of the protocol
     */
    static Handshake of(MultiValueMap<String, String> query, TokenVerifier tokens) throws InvalidToken {
        var key = query.getFirst("apikey");
        return new Handshake(tokens.verify(key == null ? "" : key), Protocol.of(query.getFirst("vsn")));
    }
}
