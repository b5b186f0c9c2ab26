package org.perceus.vnfs.internal.tar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.SourceRejected;

/**
 * The records of a PAX extended header, in the order they came, as some keywords come repeatedly. Values are bytes, one
 * to a character: names need not be UTF-8 and extended attributes are not.
 */
final class PaxRecords {
    static final String XATTR = "SCHILY.xattr.";
    private static final String ACL = "SCHILY.acl.";

    private static final String LABEL = "RHT.security.selinux";
    private static final String LIBARCHIVE = "LIBARCHIVE.xattr.";
    private static final String FLAGS = "SCHILY.fflags";
    private static final List<String> ATTRIBUTES = List.of(XATTR, ACL, LABEL, LIBARCHIVE, FLAGS);
    private static final int OVERHEAD = 80;

    /** An access control list in words takes several times what Linux lets an attribute have. */
    private static final int LARGEST_ATTRIBUTE = 1 << 19;

    private final List<Map.Entry<String, String>> records = new ArrayList<>();
    private long memory;

    /**
     * Reads the content of an extended header.
     *
     * @throws SourceRejected when it is damaged, or its records take more memory than the limit, in bytes
     */
    static PaxRecords parse(byte[] content, long limit) throws SourceRejected {
        PaxRecords result = new PaxRecords();
        String text = ByteNames.of(content, 0, content.length);
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\0') {
            int space = text.indexOf(' ', at);
            int equals = text.indexOf('=', at);
            int length = space < 0 ? 0 : digits(text.substring(at, space));
            int end = at + length;
            if (length <= 0 || end > text.length() || equals < space || equals >= end || text.charAt(end - 1) != '\n') {
                throw new SourceRejected("an extended header is damaged");
            }
            result.add(text.substring(space + 1, equals), text.substring(equals + 1, end - 1));
            result.bound(limit);
            at = end;
        }
        return result;
    }

    void add(String keyword, String value) {
        records.add(Map.entry(keyword, value));
        memory += OVERHEAD + keyword.length() + value.length();
    }

    /** @throws SourceRejected when they take more memory together than the limit, in bytes */
    void addAll(PaxRecords others, long limit) throws SourceRejected {
        records.addAll(others.records);
        memory += others.memory;
        bound(limit);
    }

    /** These without those whose keywords others have, and the others; bounded likewise. */
    PaxRecords replacedBy(PaxRecords others, long limit) throws SourceRejected {
        Map<String, String> last = new LinkedHashMap<>();
        Stream.concat(records.stream(), others.records.stream())
                .filter(record -> !record.getKey().equals("comment"))
                .forEach(record -> last.put(record.getKey(), record.getValue()));
        PaxRecords result = new PaxRecords();
        last.forEach(result::add);
        result.bound(limit);
        return result;
    }

    /** These and others. */
    PaxRecords followedBy(PaxRecords others) {
        PaxRecords result = new PaxRecords();
        result.records.addAll(records);
        result.records.addAll(others.records);
        return result;
    }

    private void bound(long limit) throws SourceRejected {
        if (memory > limit) {
            throw new SourceRejected(
                    "it has extended headers of more than " + limit + " bytes for one entry or for all");
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The last value of a keyword; an empty one takes the keyword back. */
    Optional<String> last(String keyword) {
        return records.stream()
                .filter(record -> record.getKey().equals(keyword))
                .reduce((earlier, later) -> later)
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** All records in their order. */
    List<Map.Entry<String, String>> all() {
        return List.copyOf(records);
    }

    /** The last value of a keyword that says a number; fractions, as times have them, are cut off downwards. */
    long number(String keyword, long otherwise) throws SourceRejected {
        Optional<String> value = last(keyword);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get();
        int dot = text.indexOf('.');
        try {
            long whole = Long.parseLong(dot < 0 ? text : text.substring(0, dot));
            boolean below =
                    text.startsWith("-") && dot >= 0 && !text.substring(dot + 1).matches("0*");
            return below ? whole - 1 : whole;
        } catch (NumberFormatException e) {
            throw new SourceRejected(
                    "an extended header has " + ByteNames.shown(text) + " where " + keyword + " belongs", e);
        }
    }

    /** Extended attributes, access control lists and flags, in the words of whoever wrote them. */
    SortedMap<String, String> attributes() throws SourceRejected {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, String> record : records) {
            if (ATTRIBUTES.stream().anyMatch(record.getKey()::startsWith)) {
                int size = record.getKey().length() + record.getValue().length();
                if (size > LARGEST_ATTRIBUTE) {
                    throw new SourceRejected(
                            "an extended attribute in it has " + size + " bytes, where Linux keeps at most 65536");
                }
                attributes.put(record.getKey(), record.getValue());
            }
        }
        return attributes.isEmpty() ? Inode.NO_ATTRIBUTES : attributes;
    }

    /** The content of an extended header with these records. */
    byte[] bytes() {
        StringBuilder content = new StringBuilder();
        for (Map.Entry<String, String> record : records) {
            int rest = record.getKey().length() + record.getValue().length() + 3;
            int length = rest + String.valueOf(rest).length();
            length = rest + String.valueOf(length).length();
            content.append(length).append(' ');
            content.append(record.getKey())
                    .append('=')
                    .append(record.getValue())
                    .append('\n');
        }
        return ByteNames.bytes(content.toString());
    }

    private static int digits(String text) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }
}
