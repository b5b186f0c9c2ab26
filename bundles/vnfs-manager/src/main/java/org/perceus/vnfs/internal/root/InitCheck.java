package org.perceus.vnfs.internal.root;

import java.util.List;

/** Whether a root has a program to be its first process. */
public final class InitCheck {
    private static final List<String> PLACES =
            List.of("sbin/init", "usr/sbin/init", "init", "etc/init", "bin/init", "lib/systemd/systemd");
    private static final int ANY_EXECUTE = 0111;

    private InitCheck() {}

    /** @throws SourceRejected when there is none, saying where it was looked for */
    public static void check(RootTree tree) throws SourceRejected {
        boolean found = PLACES.stream()
                .flatMap(place -> tree.resolve(place).stream())
                .flatMap(file -> tree.at(file).stream())
                .anyMatch(inode -> inode.kind() == Kind.REGULAR && (inode.mode() & ANY_EXECUTE) != 0);
        if (!found) {
            throw new SourceRejected("it has no program to start as its first process: looked for /"
                    + String.join(", /", PLACES) + "; install an init such as systemd-sysv into the root");
        }
    }
}
