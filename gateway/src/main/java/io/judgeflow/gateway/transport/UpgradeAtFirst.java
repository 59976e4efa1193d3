package io.judgeflow.gateway.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpServerUpgradeHandler;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * A client asks for HTTP/2 with its first request or never. What the server keeps for it, some 20 KiB, would otherwise
 * stay with each of ten thousand streams.
 */
final class UpgradeAtFirst extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            // Not now: the request is on its way through that handler.
            context.executor().execute(() -> settle(context));
        }
        context.fireChannelRead(message);
    }

    private void settle(ChannelHandlerContext context) {
        var pipeline = context.pipeline();
        var upgrade = pipeline.get(HttpServerUpgradeHandler.class);
        if (upgrade != null) {
            pipeline.remove(upgrade);
        }
        if (!context.isRemoved()) {
            pipeline.remove(this);
        }
    }
}
