package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.services.SystemdUnits;

/** What systemd is told to do instead of a whole boot, and what it waits for. */
final class BootTarget implements Check {
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
            for (String path : units.own(".mount").toList()) {
                if (root.view().lines(path).stream().anyMatch(line -> line.matches("What\\s*=\\s*/dev/.*"))) {
                    findings.add(Check.warning(
                            "/" + path,
                            "it mounts a disk that a node may not have",
                            "disable it, or add nofail to its Options="));
                }
            }
        }
        return findings;
    }
}
