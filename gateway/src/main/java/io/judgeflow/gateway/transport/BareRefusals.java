package io.judgeflow.gateway.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.http.MediaType;

/**
 * Makes a problem document of what the server itself refuses: what is no HTTP, has too large headers, or an address that
 * is none. It answers these with a status and nothing else, and asks none of our code.
 */
@Sharable
final class BareRefusals extends ChannelOutboundHandlerAdapter {

    private static final int FIRST_ERROR = 400;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise done) throws Exception {
        super.write(
                context,
                message instanceof FullHttpResponse answer && isBare(answer) ? asProblem(answer) : message,
                done);
    }

    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= FIRST_ERROR
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse asProblem(FullHttpResponse bare) {
        var status = bare.status();
        var body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(status.reasonPhrase(), status.code(), detail(status))
                .getBytes(UTF_8);
        var problem = new DefaultFullHttpResponse(bare.protocolVersion(), status, Unpooled.wrappedBuffer(body));
        problem.headers()
                .set(bare.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set("X-Content-Type-Options", "nosniff");
        bare.release();
        return problem;
    }

    private static String detail(HttpResponseStatus status) {
        return switch (status.code()) {
            case 400 -> "The address or the headers of the request cannot be understood.";
            case 403 -> "Pages of that site may not call this gateway.";
            case 414 -> "The address is longer than this gateway takes.";
            case 431 -> "The headers are larger than this gateway takes.";
            default -> "The server refused this request.";
        };
    }
}
