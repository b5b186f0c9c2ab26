package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.Progress;

/** A root with everything that a root can have comes back as it was, whichever way it came in and goes out. */
public class FaithfulRootTest {
    private static final String UNPACK = "tar --xattrs --xattrs-include='*' -S --delay-directory-restore -xpf ";
    private static final String MAKE =
            "mkdir -p etc usr/bin run dev var/log/journal opt; printf 'root:x:0:0::/:/bin/sh\\nuucp:x:12345:9::/:/bin/sh\\n'"
                    + " > etc/passwd; printf 'root:x:0:\\nadm:x:4:\\n' > etc/group;"
                    + "cp /bin/true usr/bin/ping; setcap cap_net_raw+ep usr/bin/ping; ln usr/bin/ping usr/bin/ping4;"
                    + "echo a > etc/acl; setfacl -m u:12345:rw,g:77:x etc/acl; ln etc/acl opt/acl; echo b > etc/noacl;"
                    + "chmod 2750 var/log/journal; setfacl -m g:4:rX -d -m g:4:rX,u:12345:- var/log/journal;"
                    + "mknod dev/null c 1 3; mknod dev/big b 4095 1048575; mkfifo run/initctl; ln run/initctl run/second;"
                    + "ln -s loop etc/loop; ln -P etc/loop etc/loop2; chown -h 5:6 etc/loop; chmod 6755 etc/noacl;"
                    + "for n in $'new\\nline' $'\\xff\\xfe latin' -rf 'back\\slash' '$(touch x)`id`' ' '; do echo x > etc/\"$n\"; done;"
                    + "echo o > etc/old; touch -d @-157680000 etc/old; echo f > etc/future; touch -d @8589934592 etc/future;"
                    + "echo b > etc/bigid; chown 4000000000:4294967294 etc/bigid;"
                    + "setfattr -n user.test%x -v 0x7600FF0A7A etc/bigid; setfattr -n trusted.t -v 0x00 opt;"
                    + "d=usr/share; for i in 1 2 3 4 5 6; do d=$d/$(printf 'd%.0s' {1..200}); done; mkdir -p $d; echo deep > $d/f;"
                    + "truncate -s 1200G var/log/lastlog; printf end | dd of=var/log/lastlog bs=1 seek=292000 conv=notrunc status=none;"
                    + "ln var/log/lastlog opt/lastlog; truncate -s 3M opt/hole; setfattr -n user.a -v b opt/hole;"
                    + "head -c 300000 /dev/urandom > opt/mixed; truncate -s 2M opt/mixed; echo tail >> opt/mixed;"
                    // between the bytes of a folder's name and of what is in it
                    + "mkdir opt-more; echo x > opt-more/file;"
                    + "find . -type d -print0 | xargs -0 touch -d @1234567890;";

    /** GNU tar does not see that two pipes are one. */
    private static final String NO_LINKED_PIPE = "rm run/second";

    /** Everything but the content. Folders that were filled after their time was set have another. */
    private static final String STATUS =
            "find . \\( -type d -printf '%p %M %U %G\\0' -o -type l -printf '%p %M %U %G %n %Ts %l\\0'"
                    + " -o -printf '%p %M %U %G %n %Ts %s\\0' \\) | sed -z 's/\\n/?/g' | sort -z | tr '\\0' '\\n';"
                    + "find . -type c -o -type b | sort | xargs stat -c '%n %t %T'; find . -not -type l -print0 | sort -z | xargs -0 getfacl -np --;"
                    + "find . -print0 | sort -z | xargs -0 getfattr -h -d -m - -e hex --;"
                    + "stat -c '%i' opt/acl etc/acl opt/lastlog var/log/lastlog usr/bin/ping usr/bin/ping4 etc/loop etc/loop2 | uniq | wc -l;"
                    + "for f in var/log/lastlog opt/mixed; do test $(stat -c %b $f) -lt 1500 && echo $f has holes; done;"
                    + "find . -type f -size -9M -print0 | sort -z | xargs -0 sha256sum --;"
                    + "head -c 1M var/log/lastlog | sha256sum";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Site site;
    private Path work;
    private Path root;

    @Before
    public void start() throws IOException {
        FolderImportTest.needsRoot("what only root can make");
        for (String tool : List.of("setcap", "setfacl", "setfattr", "cpio")) {
            FolderImportTest.needs(tool);
        }
        site = new Site(temporary);
        work = temporary.newFolder().toPath();
        root = Shell.minimalRoot(work.resolve("root"));
        Shell.run(root, MAKE);
    }

    @Test
    public void ofAFolder() throws IOException {
        compare("folder", root);
    }

    @Test
    public void ofGnuTar() throws IOException {
        Shell.run(root, NO_LINKED_PIPE);
        Shell.run(work, "tar --xattrs --xattrs-include='*' -S -C root -cf gnu.tar .");
        compare("gnu", work.resolve("gnu.tar"));
    }

    @Test
    public void ofGnuTarWithListsInWords() throws IOException {
        Shell.run(root, NO_LINKED_PIPE);
        Shell.run(
                work,
                "tar --acls --xattrs --xattrs-include='user.*' --xattrs-include='security.*'"
                        + " --xattrs-include='trusted.*' --numeric-owner -S -C root -cf acls.tar .");
        compare("acls", work.resolve("acls.tar"));
    }

    @Test
    public void ofBsdTar() throws IOException {
        FolderImportTest.needs("bsdtar");
        // it writes no name that is not text, and no attribute of these
        Shell.run(root, "rm etc/$'\\xff\\xfe latin'; setfattr -x trusted.t opt");
        Shell.run(work, "LC_ALL=C.UTF-8 bsdtar -C root --acls --xattrs -cf bsd.tar .");
        compare("bsd", work.resolve("bsd.tar"));
    }

    @Test
    public void ofThePlainGnuFormat() throws IOException {
        Shell.run(root, NO_LINKED_PIPE);
        Shell.run(
                root,
                "setfacl -Rb -k .; setcap -r usr/bin/ping; setfattr -x user.a opt/hole;"
                        + " setfattr -x user.test%x etc/bigid; setfattr -x trusted.t opt");
        Shell.run(work, "tar --format=gnu -S -C root -cf plain.tar .");
        compare("plain", work.resolve("plain.tar"));
    }

    @Test
    public void sameBytesWhicheverWay() throws IOException {
        Shell.run(root, NO_LINKED_PIPE);
        Shell.run(work, "tar --acls --xattrs --xattrs-include='*' -S --format=pax -C root -cf all.tar .");
        String folder = site.imported(new CapsuleId("a", "1"), root).root().sha256();
        assertEquals(
                folder,
                site.imported(new CapsuleId("b", "1"), work.resolve("all.tar"))
                        .root()
                        .sha256());
    }

    private void compare(String name, Path source) throws IOException {
        Capsule capsule = site.imported(new CapsuleId(name, "1"), source);
        assertTrue(capsule.rootSize() + " bytes", capsule.rootSize() < 2_000_000);
        List<String> right = Shell.lines(root, STATUS);
        UnpackedTrees trees = new UnpackedTrees(site.directory.resolve("trees"), site.packer);
        Path tree = trees.folder().resolve(trees.unpack(capsule, Progress.none()));
        assertSame(name + " as a tree", right, Shell.lines(tree, STATUS));
        String times = "find . -type d -printf '%p %Ts\n' | sort";
        assertEquals(Shell.run(root, times), Shell.run(tree, times));
        assertSame(name + " in RAM", right, Shell.lines(inRam(capsule), STATUS));
        try (InputStream part = site.packer.tar(capsule, path -> true)) {
            Files.copy(part, work.resolve("part.tar"));
        }
        Shell.run(work, "mkdir part; " + UNPACK + "part.tar -C part");
        assertSame(name + " in part", right, Shell.lines(work.resolve("part"), STATUS));
    }

    private Path inRam(Capsule capsule) throws IOException {
        Artifact image = site.packer.initramfs(capsule, Progress.none());
        Path file = site.store.find(image.sha256()).orElseThrow();
        Shell.run(
                work,
                "mkdir ram; cd ram; zstd -dc " + file + " | cpio --quiet -idm; " + UNPACK
                        + ".perceus/xattrs.tar; rm -r .perceus");
        return work.resolve("ram");
    }

    private static void assertSame(String what, List<String> right, List<String> found) {
        assertEquals(what, String.join("\n", right), String.join("\n", found));
    }
}
