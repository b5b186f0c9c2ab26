package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.Progress;

/** The same tree has the same hash, however it comes. */
public class ReproducibilityTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path work;
    private int version;

    @Before
    public void start() throws IOException {
        site = new Site(temporary);
        work = temporary.newFolder().toPath();
        Path root = Shell.minimalRoot(work.resolve("root"));
        Shell.run(
                root,
                "mkdir -p usr/share/" + "d".repeat(90) + "/" + "e".repeat(90) + " etc;"
                        + "echo long > usr/share/" + "d".repeat(90) + "/" + "e".repeat(90) + "/" + "f".repeat(99) + ";"
                        + "ln -s " + "t".repeat(200)
                        + " etc/link; echo one > etc/one; ln etc/one etc/zwei; ln etc/one a;"
                        + "printf x > etc/$'\\xff\\xfe\\n'; mkfifo etc/pipe; truncate -s 3M etc/sparse;"
                        + "printf y | dd of=etc/sparse bs=1 seek=1500000 conv=notrunc status=none;"
                        + "chmod 4755 etc/one; touch -d @-5 etc/old; touch -d @1500000000.7 etc/fraction");
        Shell.attribute(root.resolve("etc/fraction"), "test", "value");
    }

    @Test
    public void ofAFolderAndItsArchives() throws IOException {
        String folder = hash(work.resolve("root"));

        for (String options :
                new String[] {"", "-S", "-S --sparse-version=0.0", "-S --sparse-version=0.1", "-S --sparse-version=1.0"
                }) {
            Shell.run(work, "tar --xattrs --format=pax " + options + " -C root -cf root.tar .");
            assertEquals(options, folder, hash(work.resolve("root.tar")));
        }
    }

    @Test
    public void ofOldGnuArchives() throws IOException {
        Shell.run(work, "rm root/etc/fraction");
        String folder = hash(work.resolve("root"));

        for (String options : new String[] {"--format=gnu", "--format=gnu -S", "--format=oldgnu -S"}) {
            Shell.run(work, "tar " + options + " -C root -cf root.tar .");
            assertEquals(options, folder, hash(work.resolve("root.tar")));
        }
    }

    @Test
    public void ofACopyWithOtherInodes() throws IOException {
        Shell.run(work, "mkdir junk; touch junk/{1..50}; cp -a root copy; rm -r junk");

        assertEquals(hash(work.resolve("root")), hash(work.resolve("copy")));
    }

    @Test
    public void ofAnyOrderInTheArchive() throws IOException {
        Shell.run(
                work,
                "find root -printf '%P\\0' | sort -z -R --random-source=<(yes) | sed -z 's,^,./,' > list;"
                        + "tar --xattrs --format=pax -C root --no-recursion --null -T list -cf shuffled.tar");

        assertEquals(hash(work.resolve("root")), hash(work.resolve("shuffled.tar")));
    }

    @Test
    public void ofAnyCompression() throws IOException {
        Shell.run(work, "tar --xattrs --format=pax -C root -cf root.tar .");
        String plain = hash(work.resolve("root.tar"));
        for (String compressor : new String[] {"gzip", "zstd -q", "zstd -q -19", "xz", "xz -0", "bzip2"}) {
            Shell.run(work, compressor + " -c root.tar > packed");
            assertEquals(compressor, plain, hash(work.resolve("packed")));
        }
    }

    @Test
    public void ofFilesInSeveralFrames() throws IOException {
        Shell.run(work, "tar --xattrs --format=pax -C root -cf root.tar .");
        String plain = hash(work.resolve("root.tar"));
        for (String compressor : new String[] {"gzip", "zstd -q", "xz", "bzip2"}) {
            Shell.run(
                    work,
                    "(head -c 10000 root.tar | " + compressor + " -c; tail -c +10001 root.tar | " + compressor
                            + " -c) > packed");
            assertEquals(compressor, plain, hash(work.resolve("packed")));
        }
    }

    @Test
    public void ofWhatWasExported() throws IOException {
        Capsule first = site.imported(new CapsuleId("a", "1"), work.resolve("root"));
        Path archive = site.store.find(first.root().sha256()).orElseThrow();

        assertEquals(first.root().sha256(), hash(archive));
        Shell.run(work, "mkdir back; zstd -dc " + archive + " | tar --xattrs --numeric-owner -C back -xpf -");
        assertEquals(first.root().sha256(), hash(work.resolve("back")));
    }

    @Test
    public void ofTheInitramfs() throws IOException {
        Shell.run(work, "cp -a root copy");
        Capsule one = site.imported(new CapsuleId("a", "1"), work.resolve("root"));
        Capsule other = site.imported(new CapsuleId("b", "1"), work.resolve("copy"));

        assertEquals(site.packer.initramfs(one, Progress.none()), site.packer.initramfs(other, Progress.none()));
    }

    @Test
    public void differsWhenTheTreeDoes() throws IOException {
        String before = hash(work.resolve("root"));
        for (String change : new String[] {
            "touch -d @7 etc/one", "chmod 700 etc/one", "rm a", "ln -sfn other etc/link",
        }) {
            Shell.run(work.resolve("root"), change);
            String after = hash(work.resolve("root"));
            assertNotEquals(change, before, after);
            before = after;
        }
        Shell.attribute(work.resolve("root/etc/fraction"), "test", "other");
        assertNotEquals(before, hash(work.resolve("root")));
    }

    @Test
    public void ofCompressionByAnyNumberOfThreads() throws IOException {
        byte[] content = new byte[40 << 20];
        Random random = new Random(3);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(7) * (i >> 20));
        }
        for (int level : new int[] {1, 3}) {
            byte[] one = compressed(content, new Compression(level, 1));
            for (int workers : new int[] {2, 3, 5}) {
                byte[] many = compressed(content, new Compression(level, workers));
                assertEquals(level + " " + workers, Arrays.hashCode(one), Arrays.hashCode(many));
            }
        }
    }

    private static byte[] compressed(byte[] content, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.to(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private String hash(Path source) {
        return site.imported(new CapsuleId("a", "v" + version++), source).root().sha256();
    }
}
