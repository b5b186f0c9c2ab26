package org.perceus.vnfs.internal.attribute;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

/** Extended attributes and access control lists, as an archive has them. */
public final class AttributesFuzz {
    private static final AccountNames NAMES = new AccountNames(ByteNames.bytes("root:x:0:\nalice:x:1000:\n"));
    private static final Kind[] KINDS = {Kind.REGULAR, Kind.FOLDER, Kind.SYMLINK};
    private static final String[] PREFIXES = {
        "SCHILY.xattr.",
        "SCHILY.acl.",
        "LIBARCHIVE.xattr.",
        "SCHILY.xattr.system.posix_acl_",
        "RHT.security.selinux",
        ""
    };

    private AttributesFuzz() {}

    /** A mode, and lines of keywords and values. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        Kind kind = KINDS[input.octet() % KINDS.length];
        int mode = (int) input.below(010000);
        byte[] rest = input.rest();
        Optional<PosixAcl> acl = PosixAcl.parse(ByteNames.of(rest, 0, rest.length));
        acl.ifPresent(list -> Promise.equal(acl, PosixAcl.parse(list.attribute()), "what is written is read again"));
        SortedMap<String, String> records = new TreeMap<>();
        for (String line : ByteNames.of(rest, 0, rest.length).split("\1")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String prefix = PREFIXES[line.charAt(0) % PREFIXES.length];
                records.put(prefix + line.substring(1, equals), line.substring(equals + 1));
            }
        }
        Inode inode = new Inode(kind, mode, 0, 0, 0, 0, 0, 0, kind == Kind.SYMLINK ? "x" : "", records, 0);
        Losses losses = new Losses();
        Inode once = new Attributes(NAMES, NAMES, losses).inOneForm("a", inode);
        losses.findings();
        Promise.kept((once.mode() & ~07777) == 0, "modes have twelve bits");
        Promise.equal(once, new Attributes(NAMES, NAMES, new Losses()).inOneForm("a", once), "one form is one form");
    }
}
