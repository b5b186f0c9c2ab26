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
import org.perceus.boot.internal.http.connection.ClientEndPoint;
import org.perceus.boot.internal.http.connection.Clients;
import org.perceus.boot.internal.http.connection.Cut;
import org.perceus.boot.internal.http.connection.OpenFiles;
import org.perceus.boot.internal.http.connection.Phase;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its one answer. The first answer counts; thread-safe. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int CANNOT_HAVE_CONTENT_BELOW = 200;
    private static final int BUSY = 503;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Clients clients;
    private final OpenFiles files;
    private final Counters.Scope counters;
    private final ClientEndPoint endPoint;
    private final AtomicBoolean answered = new AtomicBoolean();

    Exchange(
            Request request,
            Response response,
            Callback callback,
            Clients clients,
            OpenFiles files,
            Counters.Scope counters) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.clients = clients;
        this.files = files;
        this.counters = counters;
        this.endPoint =
                (ClientEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
        // How long anything may take is told by what the connection does at that time.
        request.addIdleTimeoutListener(timeout -> false);
        Request.addCompletionListener(request, failure -> clients.turn(endPoint.client(), Phase.WAITING));
        clients.turn(endPoint.client(), Phase.ANSWERING);
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    /** Opens a file to be sent. */
    OpenFiles.Use open(HttpAnswer.Content content) throws IOException {
        return files.open(content.path(), content.entityTag());
    }

    ClientEndPoint endPoint() {
        return endPoint;
    }

    /** Whether the connection was accepted only to say that there is no room. */
    boolean isSurplus() {
        return endPoint.client().isSurplus();
    }

    /** The body is awaited; when that takes too long, or the memory is needed, the request ends. */
    void receives() {
        clients.turn(endPoint.client(), Phase.RECEIVING, this::cut);
    }

    /** The request is there as a whole. */
    void received() {
        clients.turn(endPoint.client(), Phase.ANSWERING);
    }

    private void cut(Cut cut) {
        closeAfterwards();
        if (cut == Cut.TOO_SLOW) {
            refuse(408, "the body of the request did not arrive in time");
        } else {
            refuse(BUSY, "the server has no memory for this request now, try again");
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
            clients.turn(endPoint.client(), Phase.SENDING);
        }
        return first;
    }

    void text(HttpAnswer.Text text) {
        text(text, RETRY);
    }

    /** There is no answer now. */
    void busy(String sentence, Duration retry) {
        text((HttpAnswer.Text) HttpAnswer.refused(BUSY, sentence), retry);
    }

    private void text(HttpAnswer.Text text, Duration retry) {
        if (claim()) {
            status(text.status());
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
