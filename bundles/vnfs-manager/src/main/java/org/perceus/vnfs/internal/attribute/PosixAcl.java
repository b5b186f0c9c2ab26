package org.perceus.vnfs.internal.attribute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.root.ByteNames;

/**
 * A POSIX access control list, as acl(5) describes it. Immutable.
 *
 * @param permissions what each of those named in it may do: the bits 4, 2 and 1
 */
record PosixAcl(SortedMap<Who, Integer> permissions) {
    /** Whom an entry is about, in the order and with the numbers that the kernel has. */
    enum Tag {
        OWNER(1),
        USER(2),
        OWNING_GROUP(4),
        GROUP(8),
        MASK(0x10),
        OTHER(0x20);

        private final int number;

        Tag(int number) {
            this.number = number;
        }

        boolean hasId() {
            return this == USER || this == GROUP;
        }
    }

    /** Whom an entry is about; the number means nothing unless the tag has one. */
    record Who(Tag tag, long id) implements Comparable<Who> {
        private static final Comparator<Who> ORDER =
                Comparator.comparing(Who::tag).thenComparing(Who::id);

        static Who of(Tag tag) {
            return new Who(tag, 0);
        }

        @Override
        public int compareTo(Who other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int VERSION = 2;
    private static final int HEADER = 4;
    private static final int ENTRY = 8;
    private static final int ALL = 7;
    private static final int SPECIAL_BITS = 07000;
    private static final int NO_ID = -1;

    PosixAcl {
        permissions = Collections.unmodifiableSortedMap(new TreeMap<>(permissions));
    }

    /** Reads the extended attribute that the kernel makes of a list; empty when it is none. */
    static Optional<PosixAcl> parse(String attribute) {
        ByteBuffer bytes = ByteBuffer.wrap(ByteNames.bytes(attribute)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() % ENTRY != HEADER || bytes.getInt() != VERSION) {
            return Optional.empty();
        }
        SortedMap<Who, Integer> entries = new TreeMap<>();
        while (bytes.hasRemaining()) {
            int number = bytes.getShort();
            int may = bytes.getShort();
            long id = Integer.toUnsignedLong(bytes.getInt());
            Optional<Tag> tag = Stream.of(Tag.values())
                    .filter(known -> known.number == number)
                    .findFirst();
            if (tag.isEmpty() || (may & ~ALL) != 0) {
                return Optional.empty();
            }
            entries.put(new Who(tag.get(), tag.get().hasId() ? id : 0), may);
        }
        return Optional.of(new PosixAcl(entries));
    }

    /** With the entries that the kernel wants and that are missing: from a mode, the mask from what it has to let through. */
    PosixAcl completed(int mode) {
        SortedMap<Who, Integer> all = new TreeMap<>(permissions);
        all.putIfAbsent(Who.of(Tag.OWNER), mode >> 6 & ALL);
        all.putIfAbsent(Who.of(Tag.OWNING_GROUP), mode >> 3 & ALL);
        all.putIfAbsent(Who.of(Tag.OTHER), mode & ALL);
        if (all.keySet().stream().anyMatch(who -> who.tag().hasId())) {
            int mask = all.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().tag().hasId() || entry.getKey().tag() == Tag.OWNING_GROUP)
                    .mapToInt(Map.Entry::getValue)
                    .reduce(0, (left, right) -> left | right);
            all.putIfAbsent(Who.of(Tag.MASK), mask);
        }
        return new PosixAcl(all);
    }

    /** Whether a mode says as much. */
    boolean isMode() {
        return permissions.keySet().stream().noneMatch(who -> who.tag().hasId() || who.tag() == Tag.MASK);
    }

    /** The mode that the kernel gives a file with this list, which is complete: its group bits are the mask. */
    int mode(int old) {
        int group = permissions.getOrDefault(Who.of(Tag.MASK), permissions.get(Who.of(Tag.OWNING_GROUP)));
        return old & SPECIAL_BITS
                | permissions.get(Who.of(Tag.OWNER)) << 6
                | group << 3
                | permissions.get(Who.of(Tag.OTHER));
    }

    /** The extended attribute that the kernel takes. */
    String attribute() {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER + ENTRY * permissions.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(VERSION);
        permissions.forEach((who, may) -> bytes.putShort((short) who.tag().number)
                .putShort(may.shortValue())
                .putInt(who.tag().hasId() ? (int) who.id() : NO_ID));
        return ByteNames.of(bytes.array(), 0, bytes.capacity());
    }
}
