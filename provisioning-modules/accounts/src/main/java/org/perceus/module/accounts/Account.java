package org.perceus.module.accounts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A user, as passwd(5) has it. None of the texts has a colon or a line break.
 *
 * @param name what it is called
 * @param uid its number
 * @param gid number of its group
 * @param comment what is known of it, mostly a name; may be empty
 * @param home absolute path of its folder
 * @param shell absolute path of what it works with
 */
record Account(String name, int uid, int gid, String comment, String home, String shell) {
    private static final Pattern FORM =
            Pattern.compile("(?<name>" + Field.NAME + "):(?<uid>" + Field.NUMBER + ")(?::(?<gid>" + Field.NUMBER
                    + ")?+(?::(?<home>" + Field.PATH + ")?+(?::(?<shell>" + Field.PATH + ")?+)?+)?+)?+");

    private static final Pattern LINE =
            Pattern.compile("(?<name>" + Field.NAME + "):[^:]*+:(?<uid>" + Field.NUMBER + "):(?<gid>" + Field.NUMBER
                    + "):(?<comment>[^:]*+):(?<home>" + Field.PATH + "):(?<shell>" + Field.PATH + ")?+");

    private static final Pattern COMMENT = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{0,200}+");

    /** As administrators write it. */
    static SettingForm<Account> form() {
        return SettingForm.of(
                "NAME:UID[:GID[:HOME[:SHELL]]] such as alice:1001:1001:/home/alice:/bin/bash",
                List.of(),
                text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .map(found -> of(found, ""))
                        .filter(Account::hasNumbers));
    }

    /** A line of passwd(5), without its password; nothing when it is not of that form, or of root. */
    static Optional<Account> ofLine(String line) {
        return Optional.of(LINE.matcher(line))
                .filter(Matcher::matches)
                .map(found -> of(found, comment(found.group("comment"))))
                .filter(Account::hasNumbers);
    }

    /** Its line in passwd(5), which says that its password is elsewhere. */
    String line() {
        return String.join(":", name, "x", String.valueOf(uid), String.valueOf(gid), comment, home, shell) + "\n";
    }

    private static Account of(Matcher found, String comment) {
        String name = found.group("name");
        int uid = Field.number(found.group("uid"));
        return new Account(
                name,
                uid,
                Optional.ofNullable(found.group("gid")).map(Field::number).orElse(uid),
                comment,
                Optional.ofNullable(found.group("home")).orElse("/home/" + name),
                Optional.ofNullable(found.group("shell")).orElse("/bin/sh"));
    }

    private static String comment(String text) {
        return COMMENT.matcher(text).matches() ? text : "";
    }

    private boolean hasNumbers() {
        return uid > 0 && gid > 0;
    }
}
