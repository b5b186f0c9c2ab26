package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;

/**
 * Reads tar archives of the dialects in use (v7, ustar, GNU, PAX, star), byte for byte: names in any encoding and
 * binary extended attributes survive. Everything is bounded. Throws {@link SourceRejected} for what is no such archive.
 */
public final class TarReader {
    private static final int LONGEST_NAME = 1 << 16;
    private static final int LARGEST_HEADER = 4 << 20;
    private static final int LARGEST_RECORDS = 16 << 20;
    private static final int LARGEST_RECORDS_FOR_ALL = 1 << 16;
    private static final int LARGEST_MAJOR = 0xfff;
    private static final int LARGEST_MINOR = 0xfffff;

    private final BlockInput in;
    private PaxRecords everywhere = new PaxRecords();
    private StoredContent stored;
    private InputStream content;
    private long padding;
    private boolean first = true;

    /** Whether what begins with these bytes may be a tar archive. */
    public static boolean isBegin(byte[] head) {
        return head.length >= TarHeader.BLOCK && new TarHeader(Arrays.copyOf(head, TarHeader.BLOCK)).hasValidChecksum();
    }

    /**
     * Reads a stream, which the caller closes.
     *
     * @param limit bytes that may come of it
     * @param meter hears of each
     */
    public TarReader(InputStream stream, long limit, Meter meter) {
        this.in = new BlockInput(stream, limit, meter);
        begin(Extents.NONE);
    }

    /** The next entry other than a socket or a label; empty at the end. What is left of the content before is passed over. */
    public Optional<TarEntry> next() throws IOException {
        PaxRecords own = new PaxRecords();
        Optional<TarHeader> header = header();
        while (header.isPresent()) {
            TarHeader here = header.get();
            switch (here.type()) {
                case 'x' -> own.addAll(records(here, LARGEST_RECORDS), LARGEST_RECORDS);
                case 'g' -> everywhere = everywhere.replacedBy(records(here, LARGEST_RECORDS), LARGEST_RECORDS_FOR_ALL);
                case 'L' -> own.addAll(longName("path", here), LARGEST_RECORDS);
                case 'K' -> own.addAll(longName("linkpath", here), LARGEST_RECORDS);
                case 'V' -> in.skip(padded(here.size()));
                default -> {
                    return Optional.of(entry(here, own));
                }
            }
            header = header();
        }
        return Optional.empty();
    }

    /** The content of the current entry, its holes filled with zeros. Valid until the next is asked for. */
    public InputStream content() {
        return content;
    }

    /** The data of the current entry, piece after piece. The same stream as the content when there are no holes. */
    public InputStream stored() {
        return stored;
    }

    private Optional<TarHeader> header() throws IOException {
        in.skip(stored.unread() + padding);
        begin(Extents.NONE);
        padding = 0;
        Optional<byte[]> block = in.block();
        if (block.isEmpty()) {
            throw first ? new SourceRejected("it is empty") : in.truncated();
        }
        TarHeader header = new TarHeader(block.get());
        if (header.isZero()) {
            in.drain();
            return Optional.empty();
        }
        if (!header.hasValidChecksum()) {
            throw new SourceRejected(
                    first
                            ? "it is no tar archive"
                            : "it is damaged: what stands at byte " + (in.position() - TarHeader.BLOCK)
                                    + " of the tar is no header");
        }
        first = false;
        return Optional.of(header);
    }

    private TarEntry entry(TarHeader header, PaxRecords own) throws IOException {
        PaxRecords pax = everywhere.followedBy(own);
        String name = pax.last("GNU.sparse.name").or(() -> pax.last("path")).orElseGet(header::name);
        String link = pax.last("linkpath").orElseGet(header::link);
        boolean hardLink = header.type() == '1';
        Kind kind = kind(header, name);
        long begin = in.position();
        long size = hardLink ? 0 : pax.number("size", header.size());
        if (size < 0) {
            throw new SourceRejected("the entry " + ByteNames.shown(name) + " has a size below zero");
        }
        boolean data = kind == Kind.REGULAR && !hardLink;
        Extents extents = data ? extents(header, pax, size) : Extents.NONE;
        begin(extents);
        // The blocks that extend an old sparse header are not counted by its size, a map before the data is.
        long mapped = header.type() == 'S' ? 0 : in.position() - begin;
        padding = padded(size) - mapped - stored.unread();
        if (padding < 0) {
            throw new SourceRejected("the sparse file " + ByteNames.shown(name) + " is larger than its entry");
        }
        return new TarEntry(
                name, inode(header, pax, kind, extents, link), hardLink ? Optional.of(link) : Optional.empty());
    }

    private void begin(Extents extents) {
        stored = new StoredContent(in, extents.stored());
        content = extents.fill(stored);
    }

    private Extents extents(TarHeader header, PaxRecords pax, long size) throws IOException {
        if (header.type() == 'S') {
            return SparseMap.ofOldHeader(header, in);
        }
        return SparseMap.ofRecords(pax, in).orElseGet(() -> Extents.whole(size));
    }

    private static Inode inode(TarHeader header, PaxRecords pax, Kind kind, Extents data, String link)
            throws SourceRejected {
        boolean device = kind == Kind.CHARACTER || kind == Kind.BLOCK;
        boolean symlink = kind == Kind.SYMLINK;
        if (symlink && (link.isEmpty() || link.indexOf('\0') >= 0)) {
            throw new SourceRejected("a symbolic link in it points nowhere");
        }
        return new Inode(
                kind,
                header.mode(),
                owner(pax.number("uid", header.uid())),
                owner(pax.number("gid", header.gid())),
                pax.number("mtime", header.mtime()),
                data,
                device ? deviceNumber(header.major(), LARGEST_MAJOR) : 0,
                device ? deviceNumber(header.minor(), LARGEST_MINOR) : 0,
                symlink ? link : "",
                pax.attributes(),
                0);
    }

    private static long owner(long id) throws SourceRejected {
        if (id < 0 || id > 0xffffffffL) {
            throw new SourceRejected("an entry in it belongs to the impossible user or group " + id);
        }
        return id;
    }

    private static int deviceNumber(int number, int largest) throws SourceRejected {
        if (number < 0 || number > largest) {
            throw new SourceRejected("a device in it has the impossible number " + number);
        }
        return number;
    }

    private static Kind kind(TarHeader header, String name) throws SourceRejected {
        return switch (header.type()) {
            case '\0', '0', '7', 'S', '1' -> name.endsWith("/") && header.type() != '1' ? Kind.FOLDER : Kind.REGULAR;
            case '2' -> Kind.SYMLINK;
            case '3' -> Kind.CHARACTER;
            case '4' -> Kind.BLOCK;
            case '5', 'D' -> Kind.FOLDER;
            case '6' -> Kind.PIPE;
            case 'M' -> throw new SourceRejected("it is one volume of several; put them together first");
            default ->
                throw new SourceRejected("the entry " + ByteNames.shown(name) + " is of the unknown type "
                        + ByteNames.shown(String.valueOf(header.type())));
        };
    }

    private PaxRecords records(TarHeader header, long limit) throws IOException {
        return PaxRecords.parse(small(header, LARGEST_HEADER), limit);
    }

    private PaxRecords longName(String keyword, TarHeader header) throws IOException {
        byte[] bytes = small(header, LONGEST_NAME);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        PaxRecords name = new PaxRecords();
        name.add(keyword, ByteNames.of(bytes, 0, length));
        return name;
    }

    private byte[] small(TarHeader header, int largest) throws IOException {
        if (header.size() < 0 || header.size() > largest) {
            throw new SourceRejected("it has an extended header of " + header.size() + " bytes");
        }
        byte[] bytes = in.bytes((int) header.size());
        in.skip(padded(header.size()) - header.size());
        return bytes;
    }

    private static long padded(long size) {
        return size + Math.floorMod(-size, TarHeader.BLOCK);
    }
}
