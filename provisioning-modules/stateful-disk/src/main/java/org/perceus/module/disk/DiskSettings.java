package org.perceus.module.disk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

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
    private static final Pattern DISK = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9:._/+@#-]{0,199}");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,6})([MGT])");
    private static final long MIB = 1L << 20;

    /** Boot partitions, and what file systems keep for themselves. */
    private static final long OVERHEAD_MIB = 1024;

    static DiskSettings of(NodeView node) throws ProvisioningException {
        boolean mirrored = chosen(node, "raid", "no", "1").equals("1");
        return new DiskSettings(
                disks(node.setting("disk").orElse(""), mirrored),
                mirrored,
                chosen(node, "filesystem", "ext4", "xfs"),
                swap(node.setting("swap").orElse("no")),
                chosen(node, "reinstall", "no", "yes").equals("yes"),
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

    private static String chosen(NodeView node, String key, String standard, String other)
            throws ProvisioningException {
        String value = node.setting(key).orElse(standard);
        if (!value.equals(standard) && !value.equals(other)) {
            throw new ProvisioningException(
                    "the setting " + key + " is '" + value + "' where " + standard + " or " + other + " is possible");
        }
        return value;
    }

    private static List<String> disks(String setting, boolean mirrored) throws ProvisioningException {
        List<String> words = Stream.of(setting.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        for (String word : words) {
            if (!DISK.matcher(word).matches()) {
                throw new ProvisioningException(
                        "the setting disk has '" + word
                                + "' where a name such as sda, serial:TEXT, wwn:TEXT, pci:ADDRESS, smallest or largest is possible");
            }
        }
        int wanted = mirrored ? 2 : 1;
        if (!words.isEmpty() && words.size() != wanted) {
            throw new ProvisioningException("the setting disk names " + words.size() + " disks where "
                    + (mirrored ? "raid=1 takes two" : "one is used, or two with raid=1"));
        }
        return words;
    }

    private static long swap(String setting) throws ProvisioningException {
        Matcher size = SIZE.matcher(setting);
        if (size.matches()) {
            return Long.parseLong(size.group(1)) << 10 * "MGT".indexOf(size.group(2));
        }
        if (setting.equals("no")) {
            return 0;
        }
        throw new ProvisioningException(
                "the setting swap is '" + setting + "' where no or a size such as 4G is possible");
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
