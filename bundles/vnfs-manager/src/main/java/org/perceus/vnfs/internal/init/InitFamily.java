package org.perceus.vnfs.internal.init;

import java.io.IOException;
import java.util.Optional;
import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/** Tells what starts the services of a root, from its first program and from what that reads. */
final class InitFamily {
    private static final String INITTAB = "etc/inittab";

    private final RootView root;
    private final String init;
    private final String real;

    private InitFamily(RootView root, String init) {
        this.root = root;
        this.init = init;
        this.real = root.tree().resolve(init).orElse(init);
    }

    static InitSystem of(RootView root, String init) throws IOException {
        return new InitFamily(root, init).family();
    }

    private InitSystem family() throws IOException {
        if (isBy("systemd/systemd") || isSame("usr/lib/systemd/systemd") || isSame("lib/systemd/systemd")) {
            return InitSystem.SYSTEMD;
        }
        if (isBy("openrc-init") || isSame("sbin/openrc-init")) {
            return InitSystem.OPENRC;
        }
        if (isBy("runit-init") || isBy("/runit") || isSame("sbin/runit-init")) {
            return InitSystem.RUNIT;
        }
        if (isBy("s6-linux-init") || isBy("s6-svscan")) {
            return InitSystem.S6;
        }
        return root.file(INITTAB).isPresent() ? familyOfInittab() : withoutInittab();
    }

    private InitSystem familyOfInittab() throws IOException {
        String actions = String.join(
                "\n",
                root.lines(INITTAB).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
        boolean busybox = isBusybox();
        // Debian's OpenRC takes the place of the script that the inittab of sysvinit calls
        if (actions.contains("openrc") || actions.contains("/rc sysinit") || !busybox && isOpenrcInPlaceOfRc()) {
            return InitSystem.OPENRC;
        }
        if (actions.contains("runsvdir")) {
            return InitSystem.RUNIT;
        }
        return busybox ? InitSystem.BUSYBOX : InitSystem.SYSVINIT;
    }

    private boolean isOpenrcInPlaceOfRc() {
        return root.has("sbin/openrc") && root.hasFolder("etc/runlevels") && root.has("etc/init.d/rc");
    }

    private InitSystem withoutInittab() {
        return isBusybox() ? InitSystem.BUSYBOX : InitSystem.OTHER;
    }

    private boolean isBusybox() {
        return real.substring(real.lastIndexOf('/') + 1).startsWith("busybox")
                || isSame("bin/busybox")
                || isSame("sbin/busybox");
    }

    /** Whether the program is called so, or is a script that goes on with one that is. */
    private boolean isBy(String name) throws IOException {
        return ("/" + real).endsWith(name) || new Program(root, init).script().contains(name);
    }

    /** Whether it is another name of a file. */
    private boolean isSame(String other) {
        Optional<Inode> file = root.at(init);
        return file.isPresent()
                && root.at(other).filter(inode -> inode == file.get()).isPresent();
    }
}
