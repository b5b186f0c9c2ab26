package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.InitSystem;
import org.perceus.vnfs.NetworkConfigurator;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.SelinuxMode;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** What an import sees and changes in roots that were captured from machines. */
public class GoldenImageTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private final TarBuilder root = new TarBuilder().minimalRoot();

    @Before
    public void start() {
        site = new Site(temporary);
    }

    @Test
    public void dropsWhatBelongsToOneMachine() throws IOException {
        root.file("./etc/machine-id", "6f0b9d2c5e6a4b1e8f7a3c2d1e0f9a8b\n")
                .file("./etc/ssh/ssh_host_ed25519_key", "key")
                .file("./etc/ssh/ssh_host_ed25519_key.pub", "key")
                .file("./etc/ssh/sshd_config", "kept")
                .file("./var/lib/systemd/random-seed", "seed");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(Optional.of(""), text(capsule, "/etc/machine-id"));
        assertEquals(Optional.empty(), text(capsule, "/etc/ssh/ssh_host_ed25519_key"));
        assertEquals(Optional.of("kept"), text(capsule, "/etc/ssh/sshd_config"));
        assertEquals(Optional.empty(), text(capsule, "/var/lib/systemd/random-seed"));
        assertEquals(3, changes(capsule).size());
    }

    @Test
    public void waitsForNoDiskOfTheCapturedMachine() throws IOException {
        root.file(
                        "./etc/fstab",
                        """
                # kept
                UUID=1 /         ext4 errors=remount-ro 0 1
                UUID=2 /boot/efi vfat umask=0077        0 1
                UUID=3 none      swap sw                0 0
                UUID=4 /home     ext4 defaults 0 2
                /dev/sdb1 /data xfs
                /dev/vg/var /var ext4 defaults 0 2
                LABEL=x /scratch xfs nofail 0 0
                server:/home /net nfs defaults 0 0
                tmpfs /tmp tmpfs defaults 0 0
                /home/x /srv none bind 0 0
                """)
                .file("./etc/crypttab", "data /dev/sdb2 none luks\nother UUID=5\n");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(
                Optional.of(
                        """
                # kept
                UUID=4 /home     ext4 defaults,nofail 0 2
                /dev/sdb1 /data xfs nofail
                LABEL=x /scratch xfs nofail 0 0
                server:/home /net nfs defaults 0 0
                tmpfs /tmp tmpfs defaults 0 0
                /home/x /srv none bind 0 0
                """),
                text(capsule, "/etc/fstab"));
        assertEquals(
                Optional.of("data /dev/sdb2 none luks,nofail\nother UUID=5 none nofail\n"),
                text(capsule, "/etc/crypttab"));
    }

    @Test
    public void leavesTheOtherNamesOfAChangedFileAlone() throws IOException {
        root.file("./etc/machine-id", "id").hardLink("./etc/zzz", "./etc/machine-id");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(Optional.of(""), text(capsule, "/etc/machine-id"));
        assertEquals(Optional.of("id"), text(capsule, "/etc/zzz"));
    }

    @Test
    public void changesNothingOfANeutralRoot() throws IOException {
        root.file("./etc/machine-id", "")
                .file("./etc/fstab", "# nothing\n")
                .symlink("./var/lib/dbus/machine-id", "/etc/machine-id");

        assertEquals(List.of(), changes(site.imported(root.bytes())));
    }

    @Test
    public void opensTheRootFolder() throws IOException {
        Capsule capsule = site.imported(root.mode(0700).entry("./", '5', "", "").bytes());

        assertTrue(site.listing(capsule).get(0).startsWith("drwxr-xr-x"));
    }

    @Test
    public void tellsInitAndNetworkOfSystemd() throws IOException {
        root.symlink("./sbin/init", "/lib/systemd/systemd")
                .program("./lib/systemd/systemd", "#!init")
                .file("./lib/systemd/system/systemd-networkd.service", "unit")
                .file("./etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");

        Capsule capsule = site.imported(root.bytes());
        assertEquals("/sbin/init", capsule.traits().init());
        assertEquals(InitSystem.SYSTEMD, capsule.traits().initSystem());
        assertEquals(NetworkConfigurator.NETWORKD, capsule.traits().network());
        assertEquals("Debian GNU/Linux 12 (bookworm)", capsule.traits().system());
    }

    @Test
    public void prefersTheNetworkManagerThatIsEnabled() throws IOException {
        systemd("systemd-networkd")
                .file("./usr/lib/systemd/system/NetworkManager.service", "unit")
                .symlink("./etc/systemd/system/multi-user.target.wants/NetworkManager.service", "/usr/lib/x");

        assertEquals(
                NetworkConfigurator.NETWORK_MANAGER,
                site.imported(root.bytes()).traits().network());
    }

    @Test
    public void warnsOfAMaskedNetwork() throws IOException {
        systemd("systemd-networkd").symlink("./etc/systemd/system/systemd-networkd.service", "/dev/null");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(NetworkConfigurator.NONE, capsule.traits().network());
        assertTrue(said(capsule, "systemd-networkd is masked"));
    }

    @Test
    public void followsTheRendererOfNetplan() throws IOException {
        systemd("systemd-networkd")
                .file("./usr/lib/systemd/system/NetworkManager.service", "unit")
                .program("./usr/sbin/netplan", "#!x")
                .file("./etc/netplan/50.yaml", "network:\n  renderer: NetworkManager\n");

        assertEquals(
                NetworkConfigurator.NETWORK_MANAGER,
                site.imported(root.bytes()).traits().network());
    }

    @Test
    public void knowsOpenrcOfAlpine() throws IOException {
        root.symlink("./sbin/init", "/bin/busybox")
                .program("./bin/busybox", "#!x")
                .file("./etc/inittab", "::sysinit:/sbin/openrc sysinit\n")
                .symlink("./sbin/ifup", "/bin/busybox")
                .file("./etc/network/interfaces", "auto lo\n")
                .symlink("./etc/runlevels/boot/networking", "/etc/init.d/networking");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(InitSystem.OPENRC, capsule.traits().initSystem());
        assertEquals(NetworkConfigurator.IFUPDOWN, capsule.traits().network());
    }

    @Test
    public void aShellIsMissedWhereServicesAreScripts() throws IOException {
        openrc();
        assertTrue(said(site.imported(root.bytes()), "no service starts, the agent that reports ready neither"));
    }

    @Test
    public void aShellIsNotMissedThatIsThere() throws IOException {
        openrc().symlink("./bin/sh", "busybox");
        assertFalse(said(site.imported(root.bytes()), "no service starts"));
    }

    @Test
    public void systemdNeedsNoShell() throws IOException {
        systemd("systemd-networkd");
        assertTrue(site.imported(root.bytes()).traits().findings().stream()
                .noneMatch(finding -> finding.subject().equals("/bin/sh")));
    }

    @Test
    public void refusesAnInitThatCannotRun() throws IOException {
        root.program("./sbin/init", "\177ELF\2\1\1" + "\0".repeat(11) + "\267" + "\0".repeat(100));

        String reason = site.rejected(root.bytes());
        assertTrue(reason, reason.endsWith("/sbin/init is a program for another machine than x86_64"));
    }

    @Test
    public void refusesARootWithOnlyTheNameOfOurStarter() throws IOException {
        byte[] tar = new TarBuilder()
                .file("./boot/vmlinuz-6.1", FakeKernel.of("6.1"))
                .folder("./lib/modules/6.1")
                .program("./init", "#!x")
                .bytes();

        assertTrue(site.rejected(tar).contains("/init is not taken, as a root in RAM has a program of ours there"));
    }

    @Test
    public void warnsOfWhatFailsOrLeaks() throws IOException {
        systemd("systemd-networkd")
                .symlink("./etc/systemd/system/default.target", "/lib/systemd/system/rescue.target")
                .file("./etc/systemd/network/10.network", "[Network]\nAddress=10.0.0.7/24\n")
                .file("./root/.ssh/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\n")
                .file("./etc/munge/munge.key", "key")
                .file("./etc/shadow", "root:$y$j9T$x:1::::::\n");

        Capsule capsule = site.imported(root.bytes());
        for (String words : List.of(
                "starts into rescue.target",
                "holds a fixed address",
                "a private SSH key",
                "the key of MUNGE",
                "root's password")) {
            assertTrue(words, said(capsule, words));
        }
    }

    @Test
    public void namesAttributesThatNotEveryMethodKeeps() throws IOException {
        root.pax(Map.of("SCHILY.xattr.security.capability", "\1\0\0\2\0\40\0\0\0\0\0\0\0\0\0\0\0\0\0\0"))
                .program("./bin/ping", "#!x")
                .hardLink("./bin/ping4", "./bin/ping")
                .pax(Map.of("SCHILY.acl.access", "user::rw-,user:5:rw-,group::r--,mask::rw-,other::r--"))
                .file("./srv/list", "x")
                .pax(Map.of("SCHILY.xattr.user.a", "b", "SCHILY.xattr.user.c", "d"))
                .file("./srv/valued", "x")
                .pax(Map.of("SCHILY.xattr.trusted.a", "b", "SCHILY.xattr.security.selinux", "u:r:t:s0\0"))
                .file("./srv/trusted", "x");

        Capsule capsule = site.imported(root.bytes());
        for (String sentence : List.of(
                "1 programs have capabilities, which do not come over NFS: '/bin/ping'",
                "1 files have access control lists, which do not come over NFS: '/srv/list'",
                "1 files have attributes user.*, which do not come over NFS, and which a root in RAM has from Linux 6.6"
                        + " on: '/srv/valued'",
                "1 files have extended attributes, which do not come over NFS: '/srv/trusted'",
                "1 files have labels of SELinux, which only a root on disk keeps")) {
            assertTrue(capsule.traits().findings().toString(), said(capsule, sentence));
        }
    }

    @Test
    public void aYoungKernelKeepsAttributesOfUsersInRam() throws IOException {
        byte[] tar = new TarBuilder()
                .file("./boot/vmlinuz-6.6.9", FakeKernel.of("6.6.9"))
                .folder("./lib/modules/6.6.9")
                .program("./sbin/init", "#!init")
                .pax(Map.of("SCHILY.xattr.user.a", "b"))
                .file("./srv/valued", "x")
                .bytes();

        Capsule capsule = site.imported(tar);
        assertTrue(said(capsule, "1 files have extended attributes, which do not come over NFS: '/srv/valued'"));
        assertFalse(said(capsule, "in RAM"));
    }

    @Test
    public void warnsOfUnitsThatWaitForDisks() throws IOException {
        systemd("systemd-networkd")
                .file("./etc/systemd/system/a.mount", "[Mount]\nWhat=UUID=9a0d\nWhere=/a\n")
                .file("./etc/systemd/system/b.swap", "[Swap]\nWhat = /dev/sda2\n")
                .file("./etc/systemd/system/c.mount", "[Mount]\nWhat=nfs:/c\nWhere=/c\n");

        assertEquals(
                List.of("/etc/systemd/system/a.mount", "/etc/systemd/system/b.swap"),
                site.imported(root.bytes()).traits().findings().stream()
                        .filter(finding -> finding.sentence().equals("it waits for a disk that a node may not have"))
                        .map(finding -> finding.subject())
                        .toList());
    }

    @Test
    public void namesTheFolderThatARootIsIn() throws IOException {
        byte[] tar = new TarBuilder()
                .folder("./rootfs/etc")
                .folder("./rootfs/usr")
                .program("./rootfs/bin/sh", "#!x")
                .bytes();

        assertTrue(site.rejected(tar)
                .endsWith("it is no root, but its folder 'rootfs' is one: import that folder, or a tar"
                        + " archive of what is in it"));
    }

    @Test
    public void refusesSelinuxWithoutAPolicy() throws IOException {
        root.file("./etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=targeted\n");

        assertTrue(site.rejected(root.bytes()).contains("its SELinux is enforcing and has no policy"));
    }

    @Test
    public void saysWhatAnEnforcingRootIsRefusedBy() throws IOException {
        selinux("SELINUX=enforcing").program("./usr/sbin/setfiles", "#!x");

        Capsule capsule = site.imported(root.bytes());
        assertEquals(SelinuxMode.ENFORCING, capsule.traits().selinux());
        assertTrue(said(capsule, "files have no labels over NFS"));
        assertFalse(said(capsule, "there is no setfiles"));
    }

    @Test
    public void restoreconAloneLabelsNothingForANode() throws IOException {
        selinux("SELINUX=enforcing").program("./usr/sbin/restorecon", "#!x");

        assertTrue(said(site.imported(root.bytes()), "there is no setfiles"));
    }

    @Test
    public void readsTheConfigurationOfSelinuxAsItsLibraryDoes() throws IOException {
        selinux("# SELINUX=disabled\nSELINUX=wrong\nSELINUX=Permissive # for now\nSELINUX=enforcing");

        assertEquals(
                SelinuxMode.PERMISSIVE, site.imported(root.bytes()).traits().selinux());
    }

    @Test
    public void anExaminationKeepsNothing() throws IOException {
        List<String> before = site.files();
        ImportResult result = site.library.examineRoot(
                Site.DEBIAN, site.file(root.file("./etc/machine-id", "id").bytes()), Optional.empty(), Progress.none());

        ImportResult.Examined examined = (ImportResult.Examined) result;
        assertEquals("6.1.0-9-amd64", examined.kernels().get(0).release());
        assertFalse(examined.traits().findings().isEmpty());
        assertEquals(before, site.files());
    }

    private TarBuilder openrc() {
        return root.symlink("./sbin/init", "/bin/busybox")
                .program("./bin/busybox", "#!x")
                .file("./etc/inittab", "::sysinit:/sbin/openrc sysinit\n");
    }

    private TarBuilder systemd(String service) {
        return root.symlink("./sbin/init", "/usr/lib/systemd/systemd")
                .program("./usr/lib/systemd/systemd", "#!x")
                .file("./usr/lib/systemd/system/" + service + ".service", "unit");
    }

    private TarBuilder selinux(String configuration) {
        return root.file("./etc/selinux/config", configuration + "\nSELINUXTYPE=targeted\n")
                .file("./etc/selinux/targeted/policy/policy.33", "policy")
                .file("./etc/selinux/targeted/contexts/files/file_contexts", "/.* system_u:object_r:etc_t:s0\n");
    }

    private Optional<String> text(Capsule capsule, String path) throws IOException {
        return site.packer.read(capsule, path, 1000).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    private static List<Finding> changes(Capsule capsule) {
        return capsule.traits().findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.CHANGED)
                .toList();
    }

    private static boolean said(Capsule capsule, String words) {
        return capsule.traits().findings().stream()
                .anyMatch(finding -> finding.sentence().contains(words));
    }
}
