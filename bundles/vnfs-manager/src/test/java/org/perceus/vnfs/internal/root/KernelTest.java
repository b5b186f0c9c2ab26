package org.perceus.vnfs.internal.root;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class KernelTest {
    private final RootTree tree = new RootTree(Limits.none());

    @Test
    public void takesTheNewestOfSeveral() throws SourceRejected {
        for (String release : List.of("6.1.0-9-amd64", "6.1.0-13-amd64", "5.10.0-99-amd64")) {
            add("boot/vmlinuz-" + release, 1);
            modules(release);
        }

        assertEquals(new Kernel("/boot/vmlinuz-6.1.0-13-amd64", "6.1.0-13-amd64"), Kernel.newestOf(tree));
    }

    @Test
    public void passesOverKernelsWithoutModules() throws SourceRejected {
        add("boot/vmlinuz-6.9", 1);
        add("boot/vmlinuz-0-rescue-0123456789abcdef", 1);
        add("boot/vmlinuz-6.1", 1);
        modules("6.1");

        assertEquals("6.1", Kernel.newestOf(tree).release());
    }

    @Test
    public void findsTheKernelBesideItsModules() throws SourceRejected {
        add("usr/lib/modules/5.14.0-427.el9.x86_64/vmlinuz", 1);
        symlink("lib", "usr/lib");

        assertEquals(
                new Kernel("/usr/lib/modules/5.14.0-427.el9.x86_64/vmlinuz", "5.14.0-427.el9.x86_64"),
                Kernel.newestOf(tree));
    }

    @Test
    public void followsLinksOfMergedSystems() throws SourceRejected {
        symlink("lib", "usr/lib");
        add("usr/lib/modules/6.1/modules.dep", 1);
        symlink("boot", "/usr/boot");
        add("usr/boot/real", 1);
        symlink("usr/boot/vmlinuz-6.1", "real");

        assertEquals(new Kernel("/usr/boot/real", "6.1"), Kernel.newestOf(tree));
    }

    @Test
    public void passesOverWhatIsNoKernel() throws SourceRejected {
        modules("6.1");
        modules("evil;reboot");
        add("boot/vmlinuz-6.1", 0);
        add("boot/vmlinuz-evil;reboot", 1);
        add("boot/vmlinuz-", 1);
        symlink("boot/vmlinuz-6.2", "/nothing");
        tree.add("boot/vmlinuz-6.3", Inode.impliedFolder());

        assertThrows(SourceRejected.class, () -> Kernel.newestOf(tree));
    }

    @Test
    public void ordersReleasesByAge() {
        List<String> ordered = List.of(
                "2.6.32-754.el6",
                "5.9.0",
                "5.10.0-1",
                "6.1.0-rc2",
                "6.1.0-rc10",
                "6.1.0",
                "6.1.0-9-amd64",
                "6.1.0-13-amd64",
                "6.1.0-13-cloud-amd64",
                "6.1.10",
                "6.10",
                "6.10.1",
                "20261101");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new java.util.Random(5));
        shuffled.sort(new ReleaseOrder());

        assertEquals(ordered, shuffled);
        assertEquals(0, new ReleaseOrder().compare("6.1", "6.1"));
    }

    private void add(String path, long size) throws SourceRejected {
        tree.add(path, new Inode(Kind.REGULAR, 0644, 0, 0, 0, size, 0, 0, "", Inode.NO_ATTRIBUTES, 0));
    }

    private void modules(String release) throws SourceRejected {
        tree.add("lib/modules/" + release, Inode.impliedFolder());
    }

    private void symlink(String path, String target) throws SourceRejected {
        tree.add(path, new Inode(Kind.SYMLINK, 0777, 0, 0, 0, 0, 0, 0, target, Inode.NO_ATTRIBUTES, 0));
    }
}
