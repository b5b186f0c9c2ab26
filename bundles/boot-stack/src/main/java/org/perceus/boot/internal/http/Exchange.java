package org.perceus.boot.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.internal.file.OpenFiles;
import org.perceus.boot.internal.http.connection.ClientEndPoint;
import org.perceus.boot.internal.http.connection.Cut;
import org.perceus.boot.internal.http.connection.Phase;
import org.perceus.boot.internal.limit.SparseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its one answer. The first answer counts; thread-safe. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int CANNOT_HAVE_CONTENT_BELOW = 200;
    private static final int BUSY = 503;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int RETRY_SPREAD_SECONDS = 6;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ServerState server;
    private final ClientEndPoint endPoint;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(Request request, Response response, Callback callback, ServerState server) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.server = server;
        this.endPoint =
                (ClientEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
        // How long anything may take is told by what the connection does at that time.
        request.addIdleTimeoutListener(timeout -> false);
        Request.addCompletionListener(request, failure -> server.clients().turn(endPoint.client(), Phase.WAITING));
        server.clients().turn(endPoint.client(), Phase.ANSWERING);
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    /** Opens a file to be sent. */
    OpenFiles.Use open(HttpAnswer.Content content) throws IOException {
        return server.files().open(content.path(), content.entityTag());
    }

    ClientEndPoint endPoint() {
        return endPoint;
    }

    /** Does what may block. */
    void execute(Runnable work) {
        request.getComponents().getExecutor().execute(work);
    }

    /** Whether the connection was accepted only to say that there is no room. */
    boolean isSurplus() {
        return endPoint.client().isSurplus();
    }

    /** The body is awaited; when that takes too long, or the memory is needed, the request ends. */
    void receives() {
        server.clients().turn(endPoint.client(), Phase.RECEIVING, this::cut);
    }

    /** The request is there as a whole. */
    void received() {
        server.clients().turn(endPoint.client(), Phase.ANSWERING);
    }

    private void cut(Cut cut) {
        if (cut == Cut.TOO_SLOW) {
            refuseForGood(408, "the body of the request did not arrive in time");
        } else {
            refuseForGood(BUSY, "the server has no memory for this request now, try again");
        }
    }

    Optional<String> header(HttpHeader header) {
        return Optional.ofNullable(request.getHeaders().get(header));
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Claims the right to answer; only the first caller gets it. */
    boolean claim() {
        boolean first = answered.compareAndSet(false, true);
        if (first) {
            server.clients().turn(endPoint.client(), Phase.SENDING);
        }
        return first;
    }

    void text(HttpAnswer.Text text) {
        text(text, RETRY, false);
    }

    /** Other seconds for other clients: those who are told together are not to come again together. */
    private Duration retry() {
        return RETRY.plusSeconds(Math.floorMod(endPoint.client().sender().hashCode(), RETRY_SPREAD_SECONDS));
    }

    /** There is no answer now. */
    void busy(String sentence, Duration retry) {
        text((HttpAnswer.Text) HttpAnswer.refused(BUSY, sentence), retry, false);
    }

    private void text(HttpAnswer.Text text, Duration retry, boolean close) {
        if (claim()) {
            status(text.status());
            if (close) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            if (text.status() == BUSY) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, retry.toSeconds()));
            }
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

    /** Refuses, and closes the connection: it cannot be used for another request when this one was not read to its end. */
    void refuseForGood(int status, String sentence) {
        text((HttpAnswer.Text) HttpAnswer.refused(status, sentence), retry(), true);
    }

    /** Where to say what a client may make happen again and again. */
    SparseLog log() {
        return server.log();
    }

    /** Sets the status of the answer and counts it. */
    void status(int status) {
        response.setStatus(Math.max(CANNOT_HAVE_CONTENT_BELOW, status));
        server.counters().count("answers-" + status / 100 + "xx");
    }

    /** Ends an answer whose content was sent by somebody else. */
    void sent() {
        callback.succeeded();
    }

    /** Ends an answer that cannot be finished: the connection is cut, so that the client cannot take it for whole. */
    void broken(Throwable cause) {
        server.counters().count("cut-off");
        LOG.debug("An answer to {} was cut off", request.getConnectionMetaData().getRemoteSocketAddress(), cause);
        callback.failed(cause);
    }
}
