package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.vnfs.SelinuxMode;
import org.perceus.vnfs.internal.source.RootView;

/**
 * What a root says of SELinux in its configuration, as libselinux reads it (selinux_config(5)). Immutable.
 *
 * @param mode what its system shall do
 * @param type name of its policy
 */
record SelinuxConfig(SelinuxMode mode, String type) {
    /** Where it stands. */
    static final String PATH = "etc/selinux/config";

    /** That of a root, which may have none. */
    static SelinuxConfig of(RootView root) throws IOException {
        List<String> lines = root.lines(PATH);
        // the first mode that is one counts, but the last policy
        SelinuxMode mode = values(lines, "SELINUX")
                .flatMap(value -> mode(value).stream())
                .findFirst()
                .orElse(SelinuxMode.DISABLED);
        String type = values(lines, "SELINUXTYPE").reduce("", (earlier, later) -> later);
        return new SelinuxConfig(mode, type);
    }

    /** Folder of the policy. */
    String folder() {
        return "etc/selinux/" + type;
    }

    private static Stream<String> values(List<String> lines, String key) {
        return lines.stream()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .map(parts -> parts[1].strip());
    }

    /** In any case, and whatever stands behind it. */
    private static Optional<SelinuxMode> mode(String value) {
        String word = value.toUpperCase(Locale.ROOT);
        return Stream.of(SelinuxMode.values())
                .filter(mode -> word.startsWith(mode.name()))
                .findFirst();
    }
}
