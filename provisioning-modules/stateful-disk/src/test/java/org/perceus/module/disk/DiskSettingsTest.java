package org.perceus.module.disk;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.TestNode;

public class DiskSettingsTest {
    @Test
    public void withoutSettingsTheMachineDecidesAndNothingIsSpecial() throws Exception {
        DiskSettings settings = DiskSettings.of(new TestNode());
        assertEquals(List.of(), settings.disks());
        assertEquals("ext4", settings.fileSystem());
        assertEquals(0, settings.swapMib());
        assertFalse(settings.mirrored());
        assertFalse(settings.reinstall());
        assertEquals("console=tty0 console=ttyS0,115200 panic=10", settings.kernelArguments());
    }

    @Test
    public void aDiskIsNamedInOneOfManyWays() throws Exception {
        for (String word : List.of(
                "sda",
                "/dev/nvme0n1",
                "serial:S3Z-01",
                "wwn:0x5000c500a1b2c3d4",
                "pci:0000:00:1f.2",
                "/dev/disk/by-id/nvme-eui.0025385b",
                "/dev/disk/by-path/pci-0000:00:1f.2-ata-1",
                "smallest")) {
            assertEquals(List.of(word), with("disk", word).disks());
        }
    }

    @Test
    public void aMirrorTakesTwoDisks() throws Exception {
        DiskSettings settings = DiskSettings.of(new TestNode().with("raid", "1").with("disk", "sda, sdb"));
        assertTrue(settings.mirrored());
        assertEquals(List.of("sda", "sdb"), settings.disks());
        assertEquals(
                "the setting disk names 1 disks where raid=1 takes two",
                refusal(new TestNode().with("raid", "1").with("disk", "sda")));
        assertEquals(
                "the setting disk names 2 disks where one is used, or two with raid=1",
                refusal(new TestNode().with("disk", "sda,sdb")));
    }

    @Test
    public void aSwapSpaceHasASize() throws Exception {
        assertEquals(0, with("swap", "no").swapMib());
        assertEquals(512, with("swap", "512M").swapMib());
        assertEquals(4096, with("swap", "4G").swapMib());
        assertEquals(4096, with("swap", "4g").swapMib());
        assertEquals(1 << 20, with("swap", "1T").swapMib());
        for (String wrong : List.of("", "4", "4096", "G", "-1G", "4k", "04G", "99999999G")) {
            assertTrue(refusal("swap", wrong).contains("4G"));
        }
    }

    @Test
    public void whatIsNotKnownIsRefused() {
        for (String disk : List.of("*", "$(reboot)", "sd a;b", "'sda'", "../sda`x`", "-sda")) {
            assertTrue(refusal("disk", disk), refusal("disk", disk).startsWith("the setting disk is '"));
        }
        assertEquals("the setting filesystem is 'btrfs': use one of ext4, xfs", refusal("filesystem", "btrfs"));
        assertEquals("the setting raid is '5': use one of no, 1", refusal("raid", "5"));
        assertEquals("the setting reinstall is 'maybe': use yes or no", refusal("reinstall", "maybe"));
    }

    @Test
    public void kernelArgumentsAreWordsThatABootLoaderLeavesAlone() throws Exception {
        assertEquals("quiet a=$b;c", with("kernel-args", "quiet a=$b;c").kernelArguments());
        for (String wrong : List.of("a='b c'", "a=\"b\"", "a\\b", "a\nb")) {
            assertTrue(refusal("kernel-args", wrong).contains("cannot hand on"));
        }
    }

    @Test
    public void aDiskHasToHoldTheRootItsArchiveTheSwapAndSomeMore() throws Exception {
        TestNode node = new TestNode();
        long root = node.rootSize() + node.fileCount() * 4096;
        assertEquals(root + 5000 + (2048L << 20), with("swap", "1G").bytesFor(node, 5000));
    }

    private static DiskSettings with(String key, String value) throws ProvisioningException {
        return DiskSettings.of(new TestNode().with(key, value));
    }

    private static String refusal(String key, String value) {
        return refusal(new TestNode().with(key, value));
    }

    private static String refusal(TestNode node) {
        return assertThrows(ProvisioningException.class, () -> DiskSettings.of(node))
                .getMessage();
    }
}
