package io.judgeflow.gateway.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.springframework.http.MediaType;

/**
 * Makes a problem document of what the server itself refuses: what is no HTTP, has too large headers, or an address that
 * is none. It answers these with a status and nothing else, and asks none of our code.
 */
@Sharable
final class BareRefusals extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise done) throws Exception {
        super.write(
                context,
                message instanceof FullHttpResponse answer && isBare(answer) ? asProblem(answer) : message,
                done);
    }

    private static boolean isBare(FullHttpResponse answer) {
        return BareProblem.isOne(answer.status())
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse asProblem(FullHttpResponse bare) {
        var body = BareProblem.of(bare.status());
        var problem = new DefaultFullHttpResponse(bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
        problem.headers()
                .set(bare.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set("X-Content-Type-Options", "nosniff");
        bare.release();
        return problem;
    }
}
