package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.wire.Broadcast;
import io.judgeflow.realtime.wire.Envelope;

/** Whoever is at the other end of a socket. Sending never waits: who cannot keep up is disconnected. */
public interface Peer {

    /** Sends a message. */
    void send(Envelope message);

    /** Sends what was said on a topic. */
    void send(String topic, Broadcast broadcast);
}
