package org.perceus.vnfs.internal.attribute;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

public class AttributesTest {
    private static final String ACCESS = "SCHILY.xattr.system.posix_acl_access";
    private static final String DEFAULT = "SCHILY.xattr.system.posix_acl_default";
    /** rw- r-- alice=1000:rw- adm=4:r-x mask rwx other --- as getfattr shows it. */
    private static final String LIST = "02000000" + "01000600ffffffff" + "02000600e8030000" + "04000400ffffffff"
            + "0800050004000000" + "10000700ffffffff" + "20000000ffffffff";

    private final Losses losses = new Losses();
    private final Attributes attributes =
            new Attributes(names("alice:x:1000:1000::/:\nbad\n"), names("adm:x:4:\n"), losses);

    @Test
    public void takesListsInTheWordsOfEveryTar() {
        for (String words : List.of(
                "user::rw-\nuser:alice:rw-\ngroup::r--\ngroup:adm:r-x\nmask::rwx\nother::---\n",
                "user::rw-,user:1000:rw-,group::r--,group:4:r-x,mask::rwx,other::---",
                "user::rw-,group::r--,other::---,user:whoever:rw-:1000,group:adm:r-x:4,mask::rwx",
                "u::rw-,u:alice:rw-,g::r--,g:adm:r-x,m::rwx,o::---",
                "user::rw-,user:alice:rw,group::r,group:adm:rx,mask:rwx,other:---",
                "# file: x\nuser::rw-\nuser:\\141lice:rw-\t#effective:rw-\ngroup::r--\ngroup:adm:5\nmask::7\nother::0\n")) {
            Inode inode = file(0670, Map.of("SCHILY.acl.access", words));
            assertEquals(words, Map.of(ACCESS, list(LIST)), inode.attributes());
            assertEquals(words, 0670, inode.mode());
        }
        assertEquals(List.of(), losses.findings());
    }

    @Test
    public void theGroupOfTheModeIsTheMask() {
        Inode masked = file(04640, Map.of("SCHILY.acl.access", "user::rwx,user:5:rw-,group::---,other::r--"));
        assertEquals(04764, masked.mode());
        Inode plain = file(0777, Map.of("SCHILY.acl.access", "user::rw-,group::r--,other::---"));
        assertEquals(0640, plain.mode());
        assertEquals(Map.of(), plain.attributes());
        Inode binary = file(0600, Map.of(ACCESS, list(LIST)));
        assertEquals(0670, binary.mode());
    }

    @Test
    public void foldersHaveListsForWhatIsMadeInThem() {
        for (Map<String, String> records : List.of(
                Map.of("SCHILY.acl.default", "user::rwx,group::r-x,group:adm:r-x:4,mask::r-x,other::r-x"),
                Map.of("SCHILY.acl.access", "default:group:adm:r-x,default:other::r-x,d:u::rwx,d:g::rx"))) {
            Inode folder = attributes.inOneForm("d", inode(Kind.FOLDER, 0755, records));
            assertEquals(
                    Map.of(
                            DEFAULT,
                            list("02000000" + "01000700ffffffff" + "04000500ffffffff" + "0800050004000000"
                                    + "10000500ffffffff" + "20000500ffffffff")),
                    folder.attributes());
        }
    }

    @Test
    public void tellsWhatItCannotKeep() {
        file(0644, Map.of("SCHILY.acl.access", "user::rw-,user:ghost:rw-,user:alice:r--,group::r--,other::r--"));
        file(0644, Map.of("SCHILY.acl.access", "utter nonsense"));
        file(0644, Map.of("SCHILY.acl.ace", "owner@:rw::allow"));
        file(0644, Map.of("SCHILY.fflags", "immutable"));
        file(0644, Map.of("SCHILY.xattr.com.apple.quarantine", "x", "SCHILY.xattr.trusted.overlay.opaque", "y"));
        List<String> told = losses.findings().stream().map(Finding::sentence).toList();
        assertEquals(5, told.size());
        assertTrue(told.get(0), told.get(0).startsWith("1 entries of access control lists were left out"));
        assertTrue(told.get(0), told.get(0).endsWith(": 'ghost' of '/f'"));
        assertTrue(told.toString(), told.get(3).endsWith(": 'immutable' of '/f'"));
        assertTrue(told.toString(), told.get(4).endsWith(": 'com.apple.quarantine' of '/f'"));
    }

    @Test
    public void attributesOfBsdTarAndStarHaveOneForm() {
        assertEquals(
                Map.of("SCHILY.xattr.user.a%3Db%25c", "v\0\n\u00ff", "SCHILY.xattr.security.selinux", "etc_t\0"),
                file(
                                0644,
                                Map.of(
                                        "LIBARCHIVE.xattr.user.a=b%25c", "dgAK/w",
                                        "SCHILY.xattr.user.a", "b%c=v",
                                        "RHT.security.selinux", "etc_t"))
                        .attributes());
        assertEquals(
                Map.of("SCHILY.xattr.user.50%25", "x"),
                file(0644, Map.of("SCHILY.xattr.user.50%", "x")).attributes());
    }

    private Inode file(int mode, Map<String, String> records) {
        return attributes.inOneForm("f", inode(Kind.REGULAR, mode, records));
    }

    private static Inode inode(Kind kind, int mode, Map<String, String> records) {
        return new Inode(kind, mode, 0, 0, 0, 0, 0, 0, "", new TreeMap<>(records), 0);
    }

    private static AccountNames names(String file) {
        return new AccountNames(file.getBytes(StandardCharsets.US_ASCII));
    }

    private static String list(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
