package org.perceus.module.internal.image;

import java.util.List;
import java.util.function.Predicate;

/** Takes the drivers of a kernel that can be needed to reach a root: by network or on a disk. Immutable. */
final class DriverPaths implements Predicate<String> {
    private static final List<String> LIBRARIES = List.of("/lib", "/usr/lib");

    /** Below {@code kernel}: folders that are taken, and of which only some subfolders are when they are listed too. */
    private static final List<String> WANTED = List.of(
            "arch",
            "block",
            "crypto",
            "drivers/ata",
            "drivers/block",
            "drivers/char/hw_random",
            "drivers/dax",
            "drivers/firmware",
            "drivers/hv",
            "drivers/infiniband/core",
            "drivers/infiniband/hw",
            "drivers/md",
            "drivers/message",
            "drivers/net",
            "drivers/nvme",
            "drivers/nvdimm",
            "drivers/pci",
            "drivers/ptp",
            "drivers/pps",
            "drivers/scsi",
            "drivers/usb/common",
            "drivers/usb/core",
            "drivers/usb/host",
            "drivers/usb/storage",
            "drivers/virtio",
            "drivers/vhost",
            "drivers/xen",
            "fs",
            "lib",
            "net/802",
            "net/8021q",
            "net/core",
            "net/dns_resolver",
            "net/ipv6",
            "net/llc",
            "net/sunrpc");

    private static final List<String> UNWANTED =
            List.of("drivers/net/wireless", "drivers/net/can", "drivers/net/hamradio");

    private final List<String> trees;

    /** @param release the kernel's release */
    DriverPaths(String release) {
        this.trees =
                LIBRARIES.stream().map(folder -> folder + "/modules/" + release).toList();
    }

    @Override
    public boolean test(String path) {
        for (String tree : trees) {
            if (tree.equals(path) || tree.startsWith(path + "/")) {
                return true;
            }
            if (path.startsWith(tree + "/")) {
                return inTree(path.substring(tree.length() + 1));
            }
        }
        // what a table or a driver is a link through
        return path.equals("/lib") || path.equals("/usr/lib");
    }

    private static boolean inTree(String path) {
        if (!path.startsWith("kernel/")) {
            return path.equals("kernel") || path.startsWith("modules.");
        }
        String below = path.substring("kernel/".length());
        return UNWANTED.stream().noneMatch(below::equals)
                && WANTED.stream().anyMatch(wanted -> leadsTo(below, wanted) || leadsTo(wanted, below));
    }

    private static boolean leadsTo(String path, String other) {
        return path.equals(other) || other.startsWith(path + "/");
    }
}
