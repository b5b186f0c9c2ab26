package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.services.SystemdUnits;

/** What systemd is told to do instead of a whole boot, and what it waits for. */
final class BootTarget implements Check {
    private static final Pattern DISK =
            Pattern.compile("What\\s*=\\s*(/dev/(?!zram|null|shm)|(UUID|LABEL|PARTUUID|PARTLABEL|ID)=).*");

    @Override
    public List<Finding> look(Subject root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (root.services() instanceof SystemdUnits units) {
            String target =
                    units.file("default.target").flatMap(root.view()::link).orElse("");
            if (target.endsWith("/rescue.target") || target.endsWith("/emergency.target")) {
                findings.add(Check.warning(
                        "/etc/systemd/system/default.target",
                        "the system starts into " + target.substring(target.lastIndexOf('/') + 1)
                                + " and never gets ready",
                        "run systemctl set-default multi-user.target in the root"));
            }
            for (String path :
                    Stream.concat(units.own(".mount"), units.own(".swap")).toList()) {
                if (root.view().lines(path).stream()
                        .anyMatch(line -> DISK.matcher(line).matches())) {
                    findings.add(Check.warning(
                            "/" + path,
                            "it waits for a disk that a node may not have",
                            "remove it, or list the disk in /etc/fstab with nofail"));
                }
            }
        }
        return findings;
    }
}
