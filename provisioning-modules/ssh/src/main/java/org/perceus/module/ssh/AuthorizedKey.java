package org.perceus.module.ssh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * A key that lets an account in.
 *
 * @param account name of the account
 * @param key kind, base64 and comment, divided by blanks
 */
record AuthorizedKey(String account, String key) {
    private static final String ROOT = "root";

    private static final Pattern FORM = Pattern.compile("(?:(?<account>[A-Za-z_][A-Za-z0-9_.-]{0,31}+): *+)?+"
            + "(?<kind>[a-z0-9@.-]{1,40}+) ++(?<base64>[A-Za-z0-9+/]{1,4096}+={0,2}+)"
            + "(?: ++(?<comment>[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,200}+))?+");

    static SettingForm<AuthorizedKey> form() {
        return SettingForm.of(
                "[ACCOUNT: ]KIND BASE64 [COMMENT], a line of a file *.pub such as ssh-ed25519 AAAA... me@here, without an account for root",
                List.of(),
                text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .filter(found -> PublicKey.isKey(found.group("kind"), found.group("base64")))
                        .map(AuthorizedKey::of));
    }

    private static AuthorizedKey of(Matcher found) {
        String comment = Optional.ofNullable(found.group("comment"))
                .map(text -> " " + text.strip())
                .orElse("");
        return new AuthorizedKey(
                Optional.ofNullable(found.group("account")).orElse(ROOT),
                found.group("kind") + " " + found.group("base64") + comment);
    }

    /** Its line in the table for the node. */
    String line() {
        return account + " " + key + "\n";
    }
}
