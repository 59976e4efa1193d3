package io.judgeflow.gateway.transport;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerUpgradeHandler.UpgradeEvent;
import io.netty.handler.codec.http2.CleartextHttp2ServerUpgradeHandler.PriorKnowledgeUpgradeEvent;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import reactor.netty.NettyPipeline;

/**
 * Puts our handlers between the server's own as soon as it is known which protocol a connection speaks: without TLS
 * HTTP/1.1, until the client asks for HTTP/2; with TLS what was agreed on.
 */
@Sharable
final class Arrangement extends ChannelInboundHandlerAdapter {

    private static final String NAME = "arrangement";

    private final Duration patience;
    private final BareRefusals refusals = new BareRefusals();
    private final BareStreamRefusals streamRefusals = new BareStreamRefusals();

    /** @param patience after which a request that has begun must have ended */
    Arrangement(Duration patience) {
        this.patience = patience;
    }

    /** Joins a connection that has just been made. */
    void join(ChannelPipeline pipeline) {
        pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, this);
        arrange(pipeline);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent
                || event instanceof PriorKnowledgeUpgradeEvent
                || event instanceof UpgradeEvent) {
            arrange(context.pipeline());
        }
        context.fireUserEventTriggered(event);
    }

    private void arrange(ChannelPipeline pipeline) {
        var http2 = pipeline.context(Http2FrameCodec.class);
        if (http2 != null) {
            pipeline.addAfter(http2.name(), "bareStreamRefusals", streamRefusals);
        } else if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
            var deadline = new RequestDeadline(patience);
            var tls = pipeline.context(SslHandler.class);
            if (tls == null) {
                pipeline.addFirst("requestBegins", deadline.begins());
            } else {
                pipeline.addAfter(tls.name(), "requestBegins", deadline.begins());
            }
            pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "requestEnds", deadline.ends());
            pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "upgradeAtFirst", new UpgradeAtFirst());
            pipeline.addAfter(pipeline.context(HttpServerCodec.class).name(), "bareRefusals", refusals);
        }
    }
}
