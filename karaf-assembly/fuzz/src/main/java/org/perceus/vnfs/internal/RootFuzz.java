package org.perceus.vnfs.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.examine.RootExaminer;
import org.perceus.vnfs.internal.examine.RootExaminer.Examined;
import org.perceus.vnfs.internal.neutral.NeutralRoot;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.source.RootView;

/** What an import reads in a root: kernels, programs, tables, units and configurations, each of them of any content. */
public final class RootFuzz {
    private static final int LINK = 0x8000;
    private static final List<String> PATHS = List.of(
            "boot/vmlinuz-6.1.0",
            "boot/vmlinuz",
            "vmlinuz",
            "boot/config-6.1.0",
            "lib/modules/6.1.0/modules.dep",
            "lib/modules/6.1.0/modules.builtin",
            "lib/modules/6.1.0/vmlinuz",
            "boot/loader/entries/a.conf",
            "sbin/init",
            "usr/lib/systemd/systemd",
            "bin/busybox",
            "bin/sh",
            "etc/fstab",
            "etc/crypttab",
            "etc/machine-id",
            "etc/passwd",
            "etc/shadow",
            "etc/os-release",
            "etc/selinux/config",
            "etc/selinux/targeted/policy/policy.33",
            "usr/sbin/netplan",
            "etc/netplan/a.yaml",
            "etc/network/interfaces",
            "sbin/ifup",
            "etc/NetworkManager/conf.d/a.conf",
            "etc/NetworkManager/system-connections/a.nmconnection",
            "etc/sysconfig/network-scripts/ifcfg-eth0",
            "etc/systemd/network/a.network",
            "etc/systemd/system/a.service",
            "etc/systemd/system/default.target",
            "usr/lib/systemd/system/NetworkManager.service",
            "usr/lib/systemd/system/systemd-networkd.service",
            "etc/systemd/system/multi-user.target.wants/NetworkManager.service",
            "etc/systemd/system/a.mount",
            "etc/inittab",
            "etc/init.d/rc",
            "etc/rc.d/rc3.d/S01network",
            "etc/runlevels/default/networking",
            "etc/ssh/ssh_host_rsa_key",
            "etc/udev/rules.d/70-persistent-net.rules",
            "var/lib/systemd/random-seed",
            "etc/hosts",
            "usr",
            "lib");

    private RootFuzz() {}

    /** Files, each as the number of its path, the length of its content, and the content: that of a link by the highest bit. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            NeutralRoot root = new NeutralRoot(root(ByteBuffer.wrap(bytes)));
            Examined examined = RootExaminer.examine(new RootView(root), Optional.empty(), root.findings());
            Promise.kept(!examined.kernels().isEmpty(), "a root that is accepted has a kernel");
            examined.traits().findings().forEach(RootFuzz::sentence);
            byte[] once = packed(root);
            Promise.kept(Arrays.equals(once, packed(new NeutralRoot(root))), "what is neutral stays as it is");
        } catch (SourceRejected e) {
            Promise.sentence(e.getMessage());
        }
    }

    private static void sentence(Finding finding) {
        Promise.sentence(finding.sentence());
        Promise.kept(
                (finding.sentence() + finding.remedy()).chars().noneMatch(Character::isISOControl),
                "what is said of a root is one line");
    }

    private static byte[] packed(NeutralRoot root) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalArchive.write(root, out, new Meter(Progress.none(), "", 0));
        return out.toByteArray();
    }

    private static MemoryRoot root(ByteBuffer input) throws SourceRejected {
        MemoryRoot root = new MemoryRoot();
        while (input.remaining() > 2) {
            String path = PATHS.get(Byte.toUnsignedInt(input.get()) % PATHS.size());
            int length = Short.toUnsignedInt(input.getShort());
            byte[] content = new byte[Math.min(length & ~LINK, input.remaining())];
            input.get(content);
            if ((length & LINK) == 0) {
                root.file(path, content);
            } else if (content.length > 0) {
                root.link(path, ByteNames.of(content, 0, content.length).replace('\0', '/'));
            }
        }
        root.tree().complete();
        return root;
    }
}
