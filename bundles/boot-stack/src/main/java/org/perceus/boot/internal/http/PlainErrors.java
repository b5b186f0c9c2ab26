package org.perceus.boot.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses by itself, as one line of text without details of the server. */
final class PlainErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        response.write(true, sentence(code, response.getHeaders()), callback);
    }

    private static ByteBuffer sentence(int status, HttpFields.Mutable fields) {
        byte[] text = (HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.US_ASCII);
        fields.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8").put(HttpHeader.CONTENT_LENGTH, text.length);
        return ByteBuffer.wrap(text);
    }
}
