package org.perceus.boot.internal.http;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.internal.file.OpenFiles;

/** Answers with a file or a part of it (RFC 9110 sections 13 and 14). */
final class FileAnswer {
    private FileAnswer() {}

    /** Sends it on another thread, as reading it may take the disk's time. */
    static void send(HttpAnswer.Content content, Exchange exchange) {
        exchange.execute(() -> open(content, exchange));
    }

    private static void open(HttpAnswer.Content content, Exchange exchange) {
        OpenFiles.Use file;
        try {
            file = exchange.open(content);
        } catch (NoSuchFileException e) {
            exchange.refuse(404, "this file is no longer here");
            return;
        } catch (IOException e) {
            exchange.log().warn("files cannot be sent by HTTP", content.path() + ": " + e.getMessage());
            exchange.refuse(500, "this file cannot be read");
            return;
        }
        if (!exchange.claim()) {
            file.close();
            return;
        }
        try {
            answer(content, file, exchange);
        } catch (IOException | RuntimeException e) {
            file.close();
            exchange.broken(e);
        }
    }

    private static void answer(HttpAnswer.Content content, OpenFiles.Use file, Exchange exchange) throws IOException {
        long size = file.channel().size();
        HttpFields.Mutable headers = exchange.response().getHeaders();
        headers.put(HttpHeader.ACCEPT_RANGES, "bytes").put(HttpHeader.ETAG, EntityTags.quoted(content.entityTag()));
        if (EntityTags.known(exchange.header(HttpHeader.IF_NONE_MATCH), content.entityTag())) {
            begin(exchange, 304, file, 0, 0);
            return;
        }
        boolean ranged = EntityTags.rangeStillValid(exchange.header(HttpHeader.IF_RANGE), content.entityTag());
        ByteRange range = ranged ? ByteRange.read(exchange.header(HttpHeader.RANGE), size) : new ByteRange.Whole();
        headers.put(HttpHeader.CONTENT_TYPE, type(content));
        if (range instanceof ByteRange.Unsatisfiable) {
            headers.put(HttpHeader.CONTENT_RANGE, "bytes */" + size).put(HttpHeader.CONTENT_LENGTH, 0L);
            begin(exchange, 416, file, 0, 0);
        } else if (range instanceof ByteRange.Part part) {
            long last = part.first() + part.length() - 1;
            headers.put(HttpHeader.CONTENT_RANGE, "bytes " + part.first() + "-" + last + "/" + size)
                    .put(HttpHeader.CONTENT_LENGTH, part.length());
            begin(exchange, 206, file, part.first(), part.length());
        } else {
            headers.put(HttpHeader.CONTENT_LENGTH, size);
            begin(exchange, 200, file, 0, size);
        }
    }

    /** UEFI HTTP boot wants to know an EFI program when it sees one (UEFI 2.10 section 24.7.3). */
    private static String type(HttpAnswer.Content content) {
        return content.path().toString().endsWith(".efi") ? "application/efi" : "application/octet-stream";
    }

    private static void begin(Exchange exchange, int status, OpenFiles.Use file, long first, long length) {
        exchange.status(status);
        new FileSender(exchange, file, first, exchange.isHead() ? 0 : length).iterate();
    }
}
