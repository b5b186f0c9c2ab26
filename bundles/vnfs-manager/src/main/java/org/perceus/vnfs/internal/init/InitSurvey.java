package org.perceus.vnfs.internal.init;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/**
 * What a root is started with. Immutable.
 *
 * @param init absolute path of the program, by the name that it has to be called by: busybox knows its part by it
 * @param family what starts the services
 * @param findings what an administrator should know of it
 */
public record InitSurvey(String init, InitSystem family, List<Finding> findings) {
    /** The one list of programs that may be the first process of a root, the first that can run is it. */
    private static final List<String> PLACES = List.of(
            "sbin/init",
            "usr/sbin/init",
            "etc/init",
            "bin/init",
            "usr/bin/init",
            "usr/lib/systemd/systemd",
            "lib/systemd/systemd",
            "sbin/openrc-init",
            "usr/sbin/openrc-init",
            "sbin/runit-init",
            "usr/sbin/runit-init",
            "sbin/s6-linux-init",
            "usr/bin/s6-linux-init",
            "etc/s6-linux-init/current/bin/init",
            "sbin/dinit",
            "usr/sbin/dinit",
            "usr/bin/dinit");

    /**
     * Finds it.
     *
     * @throws SourceRejected when there is none that can run, saying where it was looked for and what is wrong
     */
    public static InitSurvey of(RootView root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (String place : PLACES) {
            Optional<String> obstacle = isThere(root, place) ? new Program(root, place).obstacle() : Optional.of("");
            if (obstacle.isEmpty()) {
                new Program(root, place)
                        .missingInterpreter()
                        .ifPresent(words -> findings.add(warning("/" + place, "it " + words)));
                obstacles.forEach(sentence -> findings.add(warning("init", sentence + "; /" + place + " is started")));
                return new InitSurvey("/" + place, InitFamily.of(root, place), findings);
            }
            if (!obstacle.get().isEmpty()) {
                obstacles.add("/" + place + " " + obstacle.get());
            }
        }
        throw new SourceRejected("it has no program to start as its first process: looked for /"
                + String.join(", /", PLACES) + "; " + remedy(root, obstacles));
    }

    private static String remedy(RootView root, List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            return String.join("; ", obstacles);
        }
        return root.file("init").isPresent()
                ? "/init is not taken, as a root in RAM has a program of ours there: let /sbin/init be a link to it"
                : "install an init such as systemd-sysv into the root";
    }

    private static boolean isThere(RootView root, String place) {
        return root.has(place) || root.link(place).isPresent();
    }

    private static Finding warning(String subject, String sentence) {
        return new Finding(
                Finding.Kind.WARNING, subject, sentence, "install what is missing in the root and import it again");
    }
}
