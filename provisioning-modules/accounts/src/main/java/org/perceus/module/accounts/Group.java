package org.perceus.module.accounts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A group, as group(5) has it.
 *
 * @param name what it is called
 * @param gid its number; none for a group of the capsule, whichever number that has there
 * @param members names of users that are in it beside those whose own it is
 */
record Group(String name, OptionalInt gid, List<String> members) {
    private static final Pattern FORM = Pattern.compile("(?<name>" + Field.NAME + "):(?<gid>" + Field.NUMBER
            + ")?+(?::(?<members>" + Field.NAME + "(?:," + Field.NAME + ")*+)?+)?+");

    private static final Pattern LINE =
            Pattern.compile("(?<name>" + Field.NAME + "):[^:]*+:(?<gid>" + Field.NUMBER + "):(?<members>[^:]*+)");

    /** As administrators write it. */
    static SettingForm<Group> form() {
        return SettingForm.of(
                "NAME:GID[:MEMBER,...], or NAME::MEMBER,... for a group of the capsule, such as hpc:2000:alice,bob",
                List.of(),
                text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .filter(found -> found.group("gid") != null || found.group("members") != null)
                        .map(Group::of)
                        .filter(Group::hasNumber));
    }

    /** A line of group(5), without its password; nothing when it is not of that form, or of root. */
    static Optional<Group> ofLine(String line) {
        return Optional.of(LINE.matcher(line))
                .filter(Matcher::matches)
                .map(Group::of)
                .filter(Group::hasNumber);
    }

    /** Its line in group(5); the number is empty for a group of the capsule. */
    String line() {
        String number = gid.isPresent() ? String.valueOf(gid.getAsInt()) : "";
        return String.join(":", name, "x", number, String.join(",", members)) + "\n";
    }

    private static Group of(Matcher found) {
        String gid = found.group("gid");
        return new Group(
                found.group("name"),
                gid == null ? OptionalInt.empty() : OptionalInt.of(Field.number(gid)),
                Optional.ofNullable(found.group("members")).stream()
                        .flatMap(members -> Stream.of(members.split(",")))
                        .filter(member -> member.matches(Field.NAME))
                        .toList());
    }

    private boolean hasNumber() {
        return gid.orElse(1) > 0;
    }
}
