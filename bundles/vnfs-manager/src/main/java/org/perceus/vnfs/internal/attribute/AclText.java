package org.perceus.vnfs.internal.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.vnfs.internal.attribute.PosixAcl.Tag;
import org.perceus.vnfs.internal.attribute.PosixAcl.Who;

/**
 * An access control list in words, as GNU tar, star and bsdtar write it. For one list.
 *
 * <p>A number behind the permissions is believed before the name: it is the file's own, as its owner is, while the name is
 * that of the machine which packed it.
 */
final class AclText {
    private static final Pattern ENTRY = Pattern.compile(
            "(default:|d:)?(u|user|g|group|m|mask|o|other):(?:([^:]*):)?([rwxX-]{0,3}|[0-7])(?::([0-9]+))?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    private final AccountNames users;
    private final AccountNames groups;
    private final SortedMap<Who, Integer> access = new TreeMap<>();
    private final SortedMap<Who, Integer> defaults = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean damaged;

    AclText(AccountNames users, AccountNames groups) {
        this.users = users;
        this.groups = groups;
    }

    /** @param forNewFiles whether entries that do not say so themselves are those that new files in a folder get */
    void read(String text, boolean forNewFiles) {
        for (String line : text.split("[\n,]")) {
            String entry = line.replaceFirst("#.*", "").replaceAll("\\s", "");
            if (!entry.isEmpty()) {
                Matcher fields = ENTRY.matcher(entry);
                if (fields.matches()) {
                    add(fields, forNewFiles || fields.group(1) != null);
                } else {
                    damaged = true;
                }
            }
        }
    }

    PosixAcl access() {
        return new PosixAcl(access);
    }

    PosixAcl defaults() {
        return new PosixAcl(defaults);
    }

    /** The names that nobody has. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** Whether a part of it could not be read. */
    boolean isDamaged() {
        return damaged;
    }

    private void add(Matcher fields, boolean forNewFiles) {
        String name = unescaped(Optional.ofNullable(fields.group(3)).orElse(""));
        Optional<Who> who =
                switch (fields.group(2).charAt(0)) {
                    case 'u' -> who(Tag.OWNER, Tag.USER, users, name, fields.group(5));
                    case 'g' -> who(Tag.OWNING_GROUP, Tag.GROUP, groups, name, fields.group(5));
                    case 'm' -> Optional.of(Who.of(Tag.MASK));
                    default -> Optional.of(Who.of(Tag.OTHER));
                };
        if (who.isPresent()) {
            (forNewFiles ? defaults : access).put(who.get(), permissions(fields.group(4)));
        } else {
            unknown.add(name);
        }
    }

    private static Optional<Who> who(Tag own, Tag named, AccountNames accounts, String name, String id) {
        if (name.isEmpty() && id == null) {
            return Optional.of(Who.of(own));
        }
        return Optional.ofNullable(id)
                .flatMap(AccountNames::number)
                .or(() -> accounts.id(name))
                .map(number -> new Who(named, number));
    }

    private static int permissions(String text) {
        if (text.matches("[0-7]")) {
            return Integer.parseInt(text);
        }
        return (text.contains("r") ? 4 : 0) | (text.contains("w") ? 2 : 0) | (text.matches(".*[xX].*") ? 1 : 0);
    }

    private static String unescaped(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(octal ->
                        Matcher.quoteReplacement(String.valueOf((char) (Integer.parseInt(octal.group(1), 8) & 0xff))));
    }
}
