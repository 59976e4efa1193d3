package io.judgeflow.gateway.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import org.springframework.http.MediaType;

/** The same as {@link BareRefusals} for HTTP/2, on the connection, which sees the frames of all its streams. */
@Sharable
final class BareStreamRefusals extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise done) throws Exception {
        if (message instanceof Http2HeadersFrame answer && isBare(answer)) {
            var body = BareProblem.of(status(answer));
            var headers = answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set("x-content-type-options", "nosniff");
            super.write(context, new DefaultHttp2HeadersFrame(headers).stream(answer.stream()), context.newPromise());
            super.write(
                    context,
                    new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body), true).stream(answer.stream()),
                    done);
        } else {
            super.write(context, message, done);
        }
    }

    private static boolean isBare(Http2HeadersFrame answer) {
        return answer.isEndStream()
                && answer.headers().status() != null
                && BareProblem.isOne(status(answer))
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static HttpResponseStatus status(Http2HeadersFrame answer) {
        return HttpResponseStatus.parseLine(answer.headers().status());
    }
}
