package io.judgeflow.standalone;

import io.judgeflow.embedded.LoopbackPort;

/** Where the parts listen on 127.0.0.1, each a port that is free or {@link LoopbackPort#ANY}. */
record Ports(int gateway, int judge, int callback, int kafka, int postgres, int realtime) {

    /**
     * The same with every part's port chosen, of those parts that run here.
     *
     * @throws io.judgeflow.embedded.PortTaken naming the option that chooses another
     */
    Ports claimed(Elsewhere elsewhere) {
        return new Ports(
                LoopbackPort.claim(gateway, "the gateway (--port)"),
                elsewhere.judge0() == null ? LoopbackPort.claim(judge, "the local judge (--judge-port)") : judge,
                LoopbackPort.claim(callback, "callbacks (--callback-port)"),
                elsewhere.kafka() == null ? LoopbackPort.claim(kafka, "Kafka (--kafka-port)") : kafka,
                postgres,
                Realtime.isOurs(elsewhere) ? LoopbackPort.claim(realtime, "Realtime (--realtime-port)") : realtime);
    }
}
