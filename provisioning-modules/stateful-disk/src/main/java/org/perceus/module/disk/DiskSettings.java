package org.perceus.module.disk;

import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/**
 * How an administrator wants a node's disks. Immutable.
 *
 * @param disks words that each say which disk to use; none for those that the machine has
 * @param mirrored whether two disks carry the same
 * @param fileSystem of the root
 * @param swapMib size of the swap space in MiB, 0 for none
 * @param reinstall whether what is installed shall be overwritten, once
 * @param kernelArguments of the second OS, words without quotes
 */
record DiskSettings(
        List<String> disks,
        boolean mirrored,
        String fileSystem,
        long swapMib,
        boolean reinstall,
        String kernelArguments) {
    private static final long MIB = 1L << 20;

    /** Boot partitions, and what file systems keep for themselves. */
    private static final long OVERHEAD_MIB = 1024;

    private static final NodeSetting<List<String>> DISK = NodeSetting.of(
            "disk",
            SettingForm.listOf(SettingForm.matching(
                    "a name such as sda, serial:TEXT, wwn:TEXT, pci:ADDRESS, smallest or largest",
                    "[A-Za-z0-9/][A-Za-z0-9:._/+@#-]{0,199}")),
            "the disk to install to, or two with raid=1; without it the only one that the machine has");
    private static final NodeSetting<String> RAID = NodeSetting.of(
                    "raid", SettingForm.oneOf("no", "1"), "1 to install to two disks that mirror each other")
            .otherwise("no");
    private static final NodeSetting<String> FILE_SYSTEM = NodeSetting.of(
                    "filesystem", SettingForm.oneOf("ext4", "xfs"), "file system of the root on disk")
            .otherwise("ext4");
    private static final NodeSetting<Long> SWAP =
            NodeSetting.of("swap", swapForm(), "swap space on the disk").otherwise("no");
    private static final NodeSetting<Boolean> REINSTALL = NodeSetting.of(
                    "reinstall", SettingForm.yesOrNo(), "yes to overwrite what is installed at the next boot, once")
            .otherwise("no")
            .once();

    static List<NodeSetting<?>> all() {
        return List.of(DISK, RAID, FILE_SYSTEM, SWAP, REINSTALL);
    }

    static DiskSettings of(NodeView node) throws ProvisioningException {
        boolean mirrored = RAID.of(node).orElseThrow().equals("1");
        return new DiskSettings(
                disks(DISK.of(node).orElse(List.of()), mirrored),
                mirrored,
                FILE_SYSTEM.of(node).orElseThrow(),
                SWAP.of(node).orElseThrow() / MIB,
                REINSTALL.of(node).orElseThrow(),
                withoutQuotes(node.kernelArguments()));
    }

    /**
     * How large each disk has to be at least.
     *
     * @param archive size of the root's archive, which is on the disk while it is unpacked
     */
    long bytesFor(CapsuleView capsule, long archive) {
        return capsule.rootSize() + capsule.fileCount() * 4096 + archive + (swapMib + OVERHEAD_MIB) * MIB;
    }

    private static List<String> disks(List<String> words, boolean mirrored) throws ProvisioningException {
        int wanted = mirrored ? 2 : 1;
        if (!words.isEmpty() && words.size() != wanted) {
            throw new ProvisioningException("the setting disk names " + words.size() + " disks where "
                    + (mirrored ? "raid=1 takes two" : "one is used, or two with raid=1"));
        }
        return words;
    }

    private static SettingForm<Long> swapForm() {
        return SettingForm.of(
                "no, or a size such as 4G",
                List.of("no"),
                text -> text.equals("no")
                        ? Optional.of(0L)
                        : SettingForm.size().read(text).filter(size -> size >= MIB));
    }

    /** GRUB would change quotes and backslashes on their way to the kernel. */
    private static String withoutQuotes(String arguments) throws ProvisioningException {
        if (!arguments.matches("[^'\"\\\\\\p{Cntrl}]*")) {
            throw new ProvisioningException(
                    "the kernel arguments have quotes, backslashes or line breaks, which stateful-disk cannot hand on: change the setting kernel-args");
        }
        return arguments;
    }
}
