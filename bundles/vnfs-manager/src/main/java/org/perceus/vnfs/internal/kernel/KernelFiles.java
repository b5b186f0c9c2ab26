package org.perceus.vnfs.internal.kernel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.source.RootView;

/**
 * Finds kernels: everything in {@code /boot}, whatever its name, that has a kernel's header or is called like a kernel;
 * and {@code /lib/modules/RELEASE/vmlinuz}. For one thread.
 */
final class KernelFiles {
    private static final int DEEPEST = 5;
    private static final int MOST_LOOKS = 5000;
    private static final int SMALLEST_UNNAMED = 1 << 19;
    private static final Pattern NAME = Pattern.compile("(?:vmlinu[xz]|kernel|[bz]?[iI]mage|linux)(?:[-_.](.+))?");
    private static final Pattern NO_KERNEL = Pattern.compile(".*(?:\\.conf|\\.cfg|\\.sig|\\.hmac|\\.old|\\.bak|~)");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._+~/-]+");

    private final RootView root;
    private final ModuleFolders modules;
    private final SortedMap<String, KernelFile> found = new TreeMap<>();
    private int looks;

    private KernelFiles(RootView root, ModuleFolders modules) {
        this.root = root;
        this.modules = modules;
    }

    /** All of a root, by their paths. */
    static SortedMap<String, KernelFile> of(RootView root, ModuleFolders modules) throws IOException {
        KernelFiles files = new KernelFiles(root, modules);
        files.boot();
        for (String release : modules.releases()) {
            files.look("lib/modules/" + release + "/vmlinuz", Optional.of(release), true);
        }
        return files.found;
    }

    private void boot() throws IOException {
        Deque<Map.Entry<String, Integer>> folders = new ArrayDeque<>();
        folders.add(Map.entry("boot", 0));
        while (!folders.isEmpty()) {
            Map.Entry<String, Integer> folder = folders.poll();
            for (String name : root.names(folder.getKey())) {
                String path = folder.getKey() + "/" + name;
                if (root.hasFolder(path) && root.link(path).isEmpty() && folder.getValue() < DEEPEST) {
                    folders.add(Map.entry(path, folder.getValue() + 1));
                } else {
                    look(path, named(name, folder.getKey()), isNamed(name));
                }
            }
        }
    }

    /** Of {@code linux} in {@code boot/MACHINE/RELEASE} the folder says it (Boot Loader Specification). */
    private static Optional<String> named(String name, String folder) {
        Matcher kernel = NAME.matcher(name);
        return kernel.matches() && kernel.group(1) != null
                ? Optional.of(kernel.group(1))
                : Optional.of(folder.substring(folder.lastIndexOf('/') + 1));
    }

    private static boolean isNamed(String name) {
        return NAME.matcher(name).matches() && !NO_KERNEL.matcher(name).matches();
    }

    private void look(String path, Optional<String> named, boolean isNamed) throws IOException {
        Optional<String> real = root.tree().resolve(path);
        Optional<Inode> file = root.file(path);
        if (file.isEmpty() && isNamed && root.link(path).isPresent()) {
            found.put(path, new KernelFile(path, new KernelHeader.Foreign("a link that leads nowhere"), named));
        }
        if (file.isEmpty() || !isNamed && file.get().size() < SMALLEST_UNNAMED || looks++ > MOST_LOOKS) {
            return;
        }
        byte[] head = root.bytes(path, 0, KernelHeader.LENGTH);
        KernelHeader header = KernelHeader.of(head, file.get().size());
        if (isNamed || header instanceof KernelHeader.Bootable || ForeignImage.isUnified(head)) {
            boolean tellable = PATH.matcher(real.orElseThrow()).matches();
            KernelHeader seen =
                    tellable ? header : new KernelHeader.Foreign("its name has more than letters and digits");
            // a link may say more than the file's own name, so the first that says a release wins
            found.merge(
                    real.get(),
                    new KernelFile(real.get(), seen, named),
                    (one, other) -> one.named().filter(modules::has).isPresent() ? one : other);
        }
    }
}
