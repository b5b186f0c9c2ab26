package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Function;
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
    private final Function<String, Optional<Path>> files;
    private final TransferPorts ports;
    private final OpenFiles open = new OpenFiles();
    private final Counters.Scope counters;
    private final SparseLog log;
    private final ByteBuffer buffer;

    RequestHandler(
            int mtu,
            Function<String, Optional<Path>> files,
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
        Optional<Path> path = find(request.name());
        if (path.isEmpty()) {
            LOG.debug("{} asked for {}, which is not there", peer, request.name());
            return refuse("not-found", FILE_NOT_FOUND, "no such file");
        }
        Optional<TransferPort> port = ports.next(peer);
        if (port.isEmpty()) {
            counters.count("overload");
            return new Decision.Drop();
        }
        try {
            return new Decision.Start(open(request, peer, port.get(), path.get()));
        } catch (IOException e) {
            LOG.debug("{} cannot be sent to {} by TFTP", path.get(), peer, e);
            log.warn("files cannot be sent by TFTP", path.get() + ": " + e.getMessage());
            return refuse("failed", NOT_DEFINED, "the file cannot be read");
        }
    }

    private Optional<Path> find(String name) {
        try {
            return files.apply(FileName.meantBy(name));
        } catch (RuntimeException e) {
            log.error("looking for a boot file failed", e);
            return Optional.empty();
        }
    }

    private Session open(TftpPacket.ReadRequest request, InetSocketAddress peer, TransferPort port, Path path)
            throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        String tag = now.fileKey() + " " + now.lastModifiedTime().toMillis() + " " + now.size();
        Terms terms = Terms.agree(request.options(), now.size(), largestBlock);
        return new Session(peer, request, port, open.open(path, tag), now.size(), terms, buffer);
    }

    private Decision refuse(String counter, int code, String sentence) {
        counters.count(counter);
        return new Decision.Refuse(TftpWriter.error(code, sentence));
    }
}
