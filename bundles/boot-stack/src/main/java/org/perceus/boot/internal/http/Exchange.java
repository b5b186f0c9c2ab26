package org.perceus.boot.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its one answer. The first answer counts; thread-safe. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int CANNOT_HAVE_CONTENT_BELOW = 200;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Counters.Scope counters;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(Request request, Response response, Callback callback, Counters.Scope counters) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.counters = counters;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    Optional<String> header(HttpHeader header) {
        return Optional.ofNullable(request.getHeaders().get(header));
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Claims the right to answer; only the first caller gets it. */
    boolean claim() {
        return answered.compareAndSet(false, true);
    }

    void text(HttpAnswer.Text text) {
        if (claim()) {
            status(text.status());
            byte[] body = text.body().getBytes(StandardCharsets.UTF_8);
            boolean none = text.status() == 204 || text.status() == 304;
            if (!none) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            }
            response.write(true, none || isHead() ? null : ByteBuffer.wrap(body), callback);
        }
    }

    void refuse(int status, String sentence) {
        text((HttpAnswer.Text) HttpAnswer.refused(status, sentence));
    }

    /** The connection cannot be used for another request, because this one was not read to its end. */
    void closeAfterwards() {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }

    /** Sets the status of the answer and counts it. */
    void status(int status) {
        response.setStatus(Math.max(CANNOT_HAVE_CONTENT_BELOW, status));
        counters.count("answers-" + status / 100 + "xx");
    }

    /** Ends an answer whose content was sent by somebody else. */
    void sent() {
        callback.succeeded();
    }

    /** Ends an answer that cannot be finished: the connection is cut, so that the client cannot take it for whole. */
    void broken(Throwable cause) {
        counters.count("cut-off");
        LOG.debug("An answer to {} was cut off", request.getConnectionMetaData().getRemoteSocketAddress(), cause);
        callback.failed(cause);
    }
}
