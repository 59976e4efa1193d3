package io.judgeflow.gateway.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which a request has begun and does not end, whoever reads it or nobody: headers that drip, and
 * the body of a request that was refused at once. One for each connection, and used by its event loop only.
 */
final class RequestDeadline {

    private final Duration patience;
    private boolean underWay;
    private @Nullable Future<?> close;

    RequestDeadline(Duration patience) {
        this.patience = patience;
    }

    /** Sees the bytes; stands before whatever makes requests of them. */
    ChannelInboundHandler begins() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                underWay = true;
                context.fireChannelRead(bytes);
                // Most requests have ended by now.
                if (underWay && close == null && isHttp(context)) {
                    close = context.executor().schedule(() -> end(context), patience.toMillis(), TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                arrived();
                context.fireChannelInactive();
            }
        };
    }

    /** Sees the requests; stands after. */
    ChannelInboundHandler ends() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof LastHttpContent) {
                    arrived();
                }
                context.fireChannelRead(message);
            }
        };
    }

    /** Until it is switched to something else, such as HTTP/2, whose requests come and go in streams of their own. */
    private static boolean isHttp(ChannelHandlerContext context) {
        return context.pipeline().get(NettyPipeline.HttpTrafficHandler) != null;
    }

    private void end(ChannelHandlerContext context) {
        if (isHttp(context)) {
            close = context.close();
        }
    }

    private void arrived() {
        underWay = false;
        if (close != null) {
            close.cancel(false);
            close = null;
        }
    }
}
