package org.perceus.provisioning.internal.os;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.perceus.vnfs.Artifact;

/**
 * What a release of Perceus OS says of itself. Immutable.
 *
 * @param version its version
 * @param kernelVersion release of its kernel
 * @param files its files by name, with their hashes
 */
record Manifest(String version, String kernelVersion, Map<String, Artifact> files) {
    /** The kernel's file name. */
    static final String KERNEL = "kernel";

    /** The initramfs' file name. */
    static final String INITRAMFS = "initramfs";

    /** The file name of the memory test for machines with a BIOS. */
    static final String MEMORY_TEST_BIOS = "memtest-bios";

    /** The file name of the memory test for machines with UEFI. */
    static final String MEMORY_TEST_UEFI = "memtest-uefi";

    private static final String TOOLS = "tools-";
    private static final Pattern PROGRAMS = Pattern.compile(".*\\.efi|.*pxe|ipxe\\.lkrn|pxelinux\\.0|ldlinux\\.c32");

    /** The names of its archives of tools, each without what tells it from other files. */
    List<String> tools() {
        return files.keySet().stream()
                .filter(name -> name.startsWith(TOOLS))
                .map(name -> name.substring(TOOLS.length()))
                .sorted()
                .toList();
    }

    /** File name of an archive of tools. */
    static String toolsFile(String name) {
        return TOOLS + name;
    }

    /** Whether a file of this name is a program that firmware or a boot loader can load. */
    static boolean isBootProgram(String name) {
        return PROGRAMS.matcher(name).matches();
    }

    /**
     * Reads a manifest: {@code version=}, {@code kernel-version=} and {@code file NAME SHA256 BYTES} lines; others are
     * passed over.
     *
     * @throws IllegalArgumentException when something that is needed is missing or malformed
     */
    static Manifest parse(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        Map<String, Artifact> files = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("file")) {
                if (words.length != 4 || !words[1].matches("[a-z0-9][a-z0-9._-]*") || !words[3].matches("\\d{1,18}")) {
                    throw new IllegalArgumentException("line '" + line + "' is not 'file NAME SHA256 BYTES'");
                }
                files.put(words[1], new Artifact(words[2], Long.parseLong(words[3])));
            } else if (line.indexOf('=') > 0) {
                values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        for (String needed : List.of(KERNEL, INITRAMFS)) {
            if (!files.containsKey(needed)) {
                throw new IllegalArgumentException("it names no file " + needed);
            }
        }
        return new Manifest(
                values.getOrDefault("version", "unknown"), values.getOrDefault("kernel-version", "unknown"), files);
    }
}
