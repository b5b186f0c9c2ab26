package org.perceus.doctor.check.host;

import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;

/** Whether the container runs on this Java. */
public final class JavaCheck implements Check {
    private static final int FIRST_TOO_NEW = 24;
    private static final List<Integer> TRIED = List.of(17, 21);

    private final Runtime.Version version;
    private final String home;

    /** @param home the folder of this Java */
    public JavaCheck(Runtime.Version version, String home) {
        this.version = version;
        this.home = home;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<Finding> findings() {
        String what = "Java " + version.feature() + " of " + home;
        String command = "JAVA_HOME=FOLDER bin/start";
        if (version.feature() >= FIRST_TOO_NEW) {
            return List.of(Finding.problem(what + " is too new for the container, which runs on 17 and 21")
                    .with(command));
        }
        return List.of(
                TRIED.contains(version.feature())
                        ? Finding.ok(what + " runs the container")
                        : Finding.warning(what + " is not one that the container was tried on, which are 17 and 21")
                                .with(command));
    }
}
