package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.file.OpenFiles;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about requests and opens what a transfer needs. Belongs to the server's thread. */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final String OCTET = "octet";

    /** Octets of a packet that are no content: IP, UDP and TFTP headers. */
    private static final int HEADERS = 32;

    private static final int NOT_DEFINED = 0;
    private static final int FILE_NOT_FOUND = 1;
    private static final int ACCESS_VIOLATION = 2;
    private static final int ILLEGAL_OPERATION = 4;

    private final int largestBlock;
    private final Function<String, Optional<BootFile>> files;
    private final TransferPorts ports;
    private final OpenFiles open = new OpenFiles();
    private final Counters.Scope counters;
    private final SparseLog log;
    private final ByteBuffer buffer;

    RequestHandler(
            int mtu,
            Function<String, Optional<BootFile>> files,
            TransferPorts ports,
            Counters.Scope counters,
            SparseLog log) {
        this.largestBlock = Math.max(512, mtu - HEADERS);
        this.files = files;
        this.ports = ports;
        this.counters = counters;
        this.log = log;
        this.buffer = ByteBuffer.allocateDirect(largestBlock + TftpWriter.DATA_HEADER);
    }

    /** What comes of a packet to the server's port. */
    sealed interface Decision {
        /** A transfer that can start. */
        record Start(Session session) implements Decision {}

        /** An error packet for the client. */
        record Refuse(ByteBuffer packet) implements Decision {}

        /** Nothing. */
        record Drop() implements Decision {}
    }

    Decision decide(TftpPacket packet, InetSocketAddress peer) {
        if (packet instanceof TftpPacket.ReadRequest request) {
            return read(request, peer);
        }
        if (packet instanceof TftpPacket.WriteRequest) {
            return refuse("refused", ACCESS_VIOLATION, "this server is read only");
        }
        if (packet instanceof TftpPacket.Malformed malformed) {
            counters.count("malformed");
            LOG.debug("Malformed TFTP packet from {}: {}", peer, malformed.reason());
            return new Decision.Drop();
        }
        counters.count("unexpected");
        return packet instanceof TftpPacket.Error
                ? new Decision.Drop()
                : new Decision.Refuse(TftpWriter.error(ILLEGAL_OPERATION, "a request was expected here"));
    }

    private Decision read(TftpPacket.ReadRequest request, InetSocketAddress peer) {
        if (!request.mode().equals(OCTET)) {
            return refuse("refused", NOT_DEFINED, "only the mode octet is served");
        }
        Optional<BootFile> file = find(request.name());
        if (file.isEmpty()) {
            LOG.debug("{} asked for {}, which is not there", peer, request.name());
            return refuse("not-found", FILE_NOT_FOUND, "no such file");
        }
        Optional<TransferPort> port = ports.next(peer);
        if (port.isEmpty()) {
            counters.count("overload");
            return new Decision.Drop();
        }
        try {
            return new Decision.Start(session(request, peer, port.get(), open(file.get())));
        } catch (IOException e) {
            LOG.debug("{} cannot be sent to {} by TFTP", file.get(), peer, e);
            log.warn("files cannot be sent by TFTP", file.get() + ": " + e.getMessage());
            return refuse("failed", NOT_DEFINED, "the file cannot be read");
        }
    }

    private Optional<BootFile> find(String name) {
        try {
            return files.apply(FileName.meantBy(name));
        } catch (RuntimeException e) {
            log.error("looking for a boot file failed", e);
            return Optional.empty();
        }
    }

    private Session session(
            TftpPacket.ReadRequest request, InetSocketAddress peer, TransferPort port, Content content) {
        Terms terms = Terms.agree(request.options(), content.size(), largestBlock);
        return new Session(peer, request, port, content, terms, buffer);
    }

    private Content open(BootFile file) throws IOException {
        if (file instanceof BootFile.Written written) {
            return Content.of(written.text().getBytes(StandardCharsets.UTF_8));
        }
        Path path = ((BootFile.Stored) file).path();
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        String tag = now.fileKey() + " " + now.lastModifiedTime().toMillis() + " " + now.size();
        return Content.of(open.open(path, tag), now.size());
    }

    private Decision refuse(String counter, int code, String sentence) {
        counters.count(counter);
        return new Decision.Refuse(TftpWriter.error(code, sentence));
    }
}
