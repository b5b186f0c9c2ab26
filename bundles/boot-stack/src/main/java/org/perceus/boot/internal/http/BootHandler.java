package org.perceus.boot.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.perceus.address.IpAddress;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;
import org.perceus.boot.internal.file.BootFile;

/**
 * Finds who answers a request. Boot files come first, because no endpoint's prefix can be longer than their names. Nothing here
 * blocks, so that the thread that finds a request there answers it: of ten thousand at once none is handed on.
 */
final class BootHandler extends Handler.Abstract.NonBlocking {
    /** They are in memory until a request is answered, each with more than its octets. */
    private static final int MOST_FIELDS = 64;

    private static final String BOOT = "/boot/";

    private final HttpDirectory directory;
    private final Supplier<URI> server;
    private final ServerState state;

    BootHandler(HttpDirectory directory, Supplier<URI> server, ServerState state) {
        this.directory = directory;
        this.server = server;
        this.state = state;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        state.counters().count("requests");
        Exchange exchange = new Exchange(request, response, callback, state);
        if (exchange.isSurplus()) {
            exchange.refuseForGood(503, "this server has too many connections, try again");
            return true;
        }
        if (request.getHeaders().size() > MOST_FIELDS) {
            exchange.refuseForGood(431, "a request may have at most " + MOST_FIELDS + " header fields");
            return true;
        }
        RequestTarget target =
                RequestTarget.read(request.getMethod(), request.getHttpURI().getCanonicalPath());
        if (target instanceof RequestTarget.Refused refused) {
            exchange.refuse(refused.status(), refused.sentence());
        } else {
            dispatch(exchange, ((RequestTarget.Accepted) target).path());
        }
        return true;
    }

    private void dispatch(Exchange exchange, String path) {
        Optional<BootFile> file = bootFile(exchange.request().getMethod(), path);
        if (file.isPresent()) {
            send(file.get(), exchange);
            return;
        }
        Optional<HttpEndpoint> endpoint = directory.endpoint(path);
        if (endpoint.isEmpty()) {
            // While the container starts, or a bundle is swapped, an endpoint may be about to come: clients try again.
            exchange.refuse(503, "nobody answers at " + path + " now");
        } else if (exchange.request().getLength() > BodyReader.LIMIT) {
            tooLarge(exchange);
        } else {
            readBody(endpoint.get(), exchange, head(exchange, path));
        }
    }

    /** What can be refused by its head costs no memory for a body. */
    private void readBody(HttpEndpoint endpoint, Exchange exchange, HttpRequestHead head) {
        Optional<HttpAnswer> refusal = refusal(endpoint, exchange, head);
        if (refusal.isPresent()) {
            AnswerSender.send(refusal.get(), exchange);
            return;
        }
        exchange.receives();
        new BodyReader(exchange.request(), body -> bodyArrived(endpoint, exchange, head, body)).run();
    }

    private Optional<BootFile> bootFile(String method, String path) {
        boolean mayBe = path.startsWith(BOOT)
                && path.length() > BOOT.length()
                && (method.equals("GET") || method.equals("HEAD"));
        return mayBe ? directory.bootFile(path.substring(BOOT.length()), server.get()) : Optional.empty();
    }

    private static void send(BootFile file, Exchange exchange) {
        if (file instanceof BootFile.Written written) {
            AnswerSender.send(HttpAnswer.ok(written.text()), exchange);
        } else {
            sendBootFile(((BootFile.Stored) file).path(), exchange);
        }
    }

    private static void sendBootFile(Path file, Exchange exchange) {
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            String tag = Long.toHexString(modified) + "-" + Long.toHexString(Files.size(file));
            FileAnswer.send(new HttpAnswer.Content(file, tag), exchange);
        } catch (IOException e) {
            exchange.log().warn("boot files cannot be sent by HTTP", file + ": " + e.getMessage());
            exchange.refuse(500, "this file cannot be read");
        }
    }

    private static Optional<HttpAnswer> refusal(HttpEndpoint endpoint, Exchange exchange, HttpRequestHead head) {
        try {
            return endpoint.refuse(head);
        } catch (RuntimeException | LinkageError e) {
            exchange.log().error("the endpoint of " + endpoint.prefix() + " failed", e);
            return Optional.of(HttpAnswer.refused(500, "the server failed to answer this request"));
        }
    }

    private void bodyArrived(HttpEndpoint endpoint, Exchange exchange, HttpRequestHead head, BodyReader.Body body) {
        if (body instanceof BodyReader.Body.Whole whole) {
            exchange.received();
            answer(endpoint, exchange, head.with(whole.content(), server.get()));
        } else if (body instanceof BodyReader.Body.TooLarge) {
            tooLarge(exchange);
        } else if (body instanceof BodyReader.Body.Failed failed && exchange.claim()) {
            exchange.broken(failed.cause());
        }
    }

    private static HttpRequestHead head(Exchange exchange, String path) {
        InetSocketAddress peer =
                (InetSocketAddress) exchange.request().getConnectionMetaData().getRemoteSocketAddress();
        return new HttpRequestHead(
                exchange.request().getMethod(),
                path,
                exchange.header(HttpHeader.AUTHORIZATION).flatMap(BearerToken::of),
                IpAddress.of(peer.getAddress()));
    }

    private static void answer(HttpEndpoint endpoint, Exchange exchange, HttpRequest request) {
        try {
            AnswerSender.send(endpoint.answer(request), exchange);
        } catch (RuntimeException | LinkageError e) {
            exchange.log().error("the endpoint of " + endpoint.prefix() + " failed", e);
            exchange.refuse(500, "the server failed to answer this request");
        }
    }

    private static void tooLarge(Exchange exchange) {
        exchange.refuseForGood(413, "the body must not be larger than 64 KiB");
    }
}
