package org.perceus.module.mounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.SettingForm;

/**
 * Something to mount, in the first four words of fstab(5), none of which has quotes, backslashes or blanks.
 *
 * @param source a server and its folder, a device, or a word where the type needs none
 * @param folder where: an absolute path without {@code ..}
 * @param type of the file system
 * @param options divided by commas
 */
record Mount(String source, String folder, String type, String options) {
    private static final Pattern FORM = Pattern.compile("(?<source>[A-Za-z0-9/\\[][A-Za-z0-9._:/,=@+~\\[\\]-]{0,254}+)"
            + " {1,9}+(?<folder>(?:/(?!\\.{1,2}(?:[/ ]|$))[A-Za-z0-9._:+@~,=-]{1,100}+){1,16}+)"
            + "(?: {1,9}+(?<type>[a-z][a-z0-9._-]{0,31}+)(?: {1,9}+(?<options>[A-Za-z0-9._:/,=@+~%-]{1,400}+))?+)?+");

    /** Nothing works without what is there. */
    private static final Set<String> TAKEN = Set.of(
            "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr");

    static SettingForm<Mount> form() {
        return SettingForm.of(
                "SOURCE FOLDER [TYPE [OPTIONS]] as in fstab, such as 10.10.0.1:/home /home nfs rw,hard, with a folder that is none of the system's own",
                List.of(),
                text -> Optional.of(FORM.matcher(text))
                        .filter(Matcher::matches)
                        .map(found -> new Mount(
                                found.group("source"),
                                found.group("folder"),
                                Optional.ofNullable(found.group("type")).orElse("nfs"),
                                Optional.ofNullable(found.group("options")).orElse("defaults")))
                        .filter(mount -> !TAKEN.contains(mount.folder())));
    }

    /** Whether it comes from another machine. */
    boolean isRemote() {
        return source.contains(":/")
                || source.startsWith("//")
                || List.of(options.split(",")).contains("_netdev");
    }

    /** Its line in a table. */
    String line() {
        return String.join(" ", source, folder, type, options) + "\n";
    }
}
