package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.InitramfsFormat;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.tar.TarBuilder;

/** Which kernel an import takes, and why it takes none. */
public class KernelImportTest {
    private static final String EL = "5.14.0-427.13.1.el9_4.x86_64";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private int imports;

    @Before
    public void start() {
        site = new Site(temporary);
    }

    @Test
    public void takesTheNewestOfThePlainOnes() throws IOException {
        TarBuilder root = root("6.1.0-9-amd64", "6.1.0-13-amd64", "6.12.0-1-cloud-amd64", "6.6.0-rt-amd64");

        assertEquals("6.1.0-13-amd64", kernel(root).release());
    }

    @Test
    public void takesDebugAndRescueKernelsOnlyWhenAskedTo() throws IOException {
        TarBuilder root = root(EL, EL + "+debug")
                .file("./boot/vmlinuz-0-rescue-3b0c0a7f4ac74ee29e32c1b5a1a2b3c4", FakeKernel.of(EL));

        assertEquals(EL, kernel(root).release());
        assertEquals("/boot/vmlinuz-" + EL, kernel(root).path());
        assertEquals(EL + "+debug", imported(root, EL + "+debug").kernel().release());
        assertTrue(
                rejected(root("6.1-rt"), "").contains("is a realtime kernel, which nodes get only when it is asked"));
    }

    @Test
    public void goesByTheNameWhereTheHeaderHasNoModules() throws IOException {
        TarBuilder root = init().folder("./lib/modules/" + EL)
                .folder("./lib/modules/" + EL + "+debug")
                .file("./boot/vmlinuz-" + EL, FakeKernel.of("6.1.0-56-amd64"))
                .file("./boot/vmlinuz-" + EL + "+debug", FakeKernel.of("6.1.0-56-amd64"))
                .file("./boot/vmlinuz-0-rescue-3b0c", FakeKernel.of("6.1.0-56-amd64"));

        Capsule capsule = imported(root, "");
        assertEquals(EL, capsule.kernel().release());
        assertTrue(said(capsule, "it calls itself 6.1.0-56-amd64, and there are only modules of " + EL));
    }

    @Test
    public void findsKernelsOfAnyName() throws IOException {
        for (String file :
                List.of("vmlinuz-linux", "vmlinuz-lts", "kernel", "0123abcd/6.6.1/linux", "efi/0123/6.6.1/linux")) {
            TarBuilder root = init().folder("./lib/modules/6.6.1").file("./boot/" + file, FakeKernel.of("6.6.1"));

            assertEquals(new CapsuleKernel("/boot/" + file, "6.6.1", InitramfsFormat.ZSTD), kernel(root));
        }
    }

    @Test
    public void findsTheKernelBesideItsModules() throws IOException {
        TarBuilder root = init().file("./usr/lib/modules/" + EL + "/vmlinuz", FakeKernel.of(EL))
                .symlink("./lib", "usr/lib");

        assertEquals("/usr/lib/modules/" + EL + "/vmlinuz", kernel(root).path());
        assertEquals(1, imported(root, "").kernels().size());
    }

    @Test
    public void refusesATieWithTheList() throws IOException {
        TarBuilder root = root("6.6.14-0-lts", "6.6.14-0-virt");

        String reason = rejected(root, "");
        assertTrue(
                reason,
                reason.endsWith("it has several kernels of one version, 6.6.14-0-lts, 6.6.14-0-virt: say which"
                        + " one nodes get with --kernel RELEASE"));
        assertEquals("6.6.14-0-virt", imported(root, "6.6.14-0-virt").kernel().release());
        assertTrue(rejected(root, "6.7").contains("it has no kernel 6.7: it has 6.6.14-0-lts, 6.6.14-0-virt"));
    }

    @Test
    public void namesWhatIsNoKernel() throws IOException {
        assertTrue(rejected("version https://git-lfs.github.com/spec/v1").contains("a git-lfs pointer"));
        assertTrue(rejected("#!/bin/sh").contains("/boot/vmlinuz-6.1 is no kernel for x86_64: a text"));
        assertTrue(rejected("MZ\0\0zimg" + "\1".repeat(5000)).endsWith(": an EFI zboot image for another machine"));
        assertTrue(rejected("\177ELF\2").contains("an ELF program such as vmlinux"));
        assertTrue(rejected("\37\213\10").contains("compressed with gzip"));
        assertTrue(rejected("MZ" + "\0".repeat(54) + "ARMd").contains("a kernel for arm64"));
        assertTrue(rejected(FakeKernel.of("6.1", 0)).contains("a kernel for x86 of 32 bits"));
        assertTrue(rejected(FakeKernel.of("Memtest86+ 7.00")).contains("calls itself 'Memtest86+ 7.00"));
        assertTrue(rejected("").contains("an empty file"));
    }

    @Test
    public void aKernelThatWasCutOffIsNone() throws IOException {
        StringBuilder kernel = new StringBuilder(FakeKernel.of("6.1"));
        kernel.setCharAt(0x1f6, '\1');
        assertTrue(rejected(kernel.toString()).endsWith("a kernel that was cut off: 1024 bytes of 1051136"));
        assertTrue(rejected(kernel + "\0".repeat(1_046_000))
                .endsWith("a kernel that was cut off: 1047024 bytes of 1051136"));
    }

    @Test
    public void aLinkToAKernelThatIsMissingIsNamed() throws IOException {
        TarBuilder root = new TarBuilder()
                .symlink("./boot/vmlinuz-6.1", "../srv/vmlinuz")
                .folder("./lib/modules/6.1")
                .program("./sbin/init", "#!x");
        assertTrue(rejected(root, "").endsWith("/boot/vmlinuz-6.1 is no kernel for x86_64: a link that leads nowhere"));
    }

    @Test
    public void packsAsTheKernelCanUnpack() throws IOException {
        assertEquals(InitramfsFormat.GZIP, kernel(root("5.4.0-1-amd64")).initramfs());
        assertEquals(InitramfsFormat.ZSTD, kernel(root("6.1.0-1-amd64")).initramfs());
        TarBuilder without = root("6.1.0-1-amd64")
                .file("./boot/config-6.1.0-1-amd64", "CONFIG_RD_GZIP=y\n# CONFIG_RD_ZSTD is not set\n");
        Capsule capsule = imported(without, "");
        assertEquals(InitramfsFormat.GZIP, capsule.kernel().initramfs());
        byte[] packed = Files.readAllBytes(site.store
                .find(site.packer.initramfs(capsule, Progress.none()).sha256())
                .orElseThrow());
        assertEquals(0x1f, packed[0]);
        assertTrue(rejected(
                        root("6.1.0-1-amd64")
                                .file(
                                        "./lib/modules/6.1.0-1-amd64/config",
                                        "CONFIG_X=y\n# CONFIG_BLK_DEV_INITRD is not set\n"),
                        "")
                .contains("built without support for an initramfs"));
    }

    @Test
    public void warnsOfModulesWithoutAnIndex() throws IOException {
        TarBuilder root = root("6.1").file("./lib/modules/6.1/kernel/drivers/net/e1000e.ko", "x");

        assertTrue(said(imported(root, ""), "modules.dep is missing or empty"));
    }

    @Test
    public void warnsOfModulesThatTheRootCannotUnpack() throws IOException {
        TarBuilder root = root("6.1")
                .file("./lib/modules/6.1/kernel/drivers/net/e1000e.ko.zst", "x")
                .program("./bin/busybox", "#!x")
                .symlink("./sbin/modprobe", "/bin/busybox");

        assertTrue(said(imported(root, ""), "busybox, which cannot unpack that"));
    }

    @Test
    public void busyboxUnpacksGzip() throws IOException {
        TarBuilder root = root("6.1")
                .file("./lib/modules/6.1/kernel/drivers/net/e1000e.ko.gz", "x")
                .program("./bin/busybox", "#!x")
                .symlink("./sbin/modprobe", "/bin/busybox");

        assertFalse(said(imported(root, ""), "cannot unpack"));
    }

    private static TarBuilder init() {
        return new TarBuilder().program("./sbin/init", "#!init");
    }

    private static TarBuilder root(String... releases) {
        TarBuilder root = init();
        for (String release : releases) {
            root.folder("./lib/modules/" + release).file("./boot/vmlinuz-" + release, FakeKernel.of(release));
        }
        return root;
    }

    private static boolean said(Capsule capsule, String words) {
        return capsule.traits().findings().stream()
                .anyMatch(finding -> finding.sentence().contains(words));
    }

    private CapsuleKernel kernel(TarBuilder root) throws IOException {
        return imported(root, "").kernel();
    }

    private String rejected(String kernel) throws IOException {
        return rejected(init().folder("./lib/modules/6.1").file("./boot/vmlinuz-6.1", kernel), "");
    }

    private String rejected(TarBuilder root, String wanted) throws IOException {
        return ((ImportResult.Rejected) result(root, wanted)).reason();
    }

    private Capsule imported(TarBuilder root, String wanted) throws IOException {
        return ((ImportResult.Imported) result(root, wanted)).capsule();
    }

    private ImportResult result(TarBuilder root, String wanted) throws IOException {
        CapsuleId id = new CapsuleId("root", String.valueOf(++imports));
        Optional<String> kernel = Optional.of(wanted).filter(release -> !release.isEmpty());
        // the end mark is not the builder's, so that it serves for several imports
        byte[] tar = root.unended();
        return site.library.importRoot(id, site.file(Arrays.copyOf(tar, tar.length + 1024)), kernel, Progress.none());
    }
}
