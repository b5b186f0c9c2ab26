package org.perceus.vnfs.internal.attribute;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

/**
 * Brings the extended attributes and access control lists of files into one form, from those in which GNU tar, star and
 * bsdtar write them: the attributes that the kernel has, under keywords of star with GNU tar's escapes. For one thread.
 */
public final class Attributes {
    private static final String SCHILY = "SCHILY.xattr.";
    private static final String LIBARCHIVE = "LIBARCHIVE.xattr.";
    private static final String ACL = "SCHILY.acl.";

    private final AccountNames users;
    private final AccountNames groups;
    private final Losses losses;

    /** With the users and groups of the root that the files are of, and somebody who hears of what cannot be kept. */
    public Attributes(AccountNames users, AccountNames groups, Losses losses) {
        this.users = users;
        this.groups = groups;
        this.losses = losses;
    }

    /** The file with its attributes in that form, and the mode that goes with its access control list. */
    public Inode inOneForm(String path, Inode inode) {
        if (inode.attributes().isEmpty()) {
            return inode;
        }
        SortedMap<String, String> kept = plain(path, inode.attributes());
        Optional<PosixAcl> access =
                Optional.ofNullable(kept.remove(AttributeNames.ACCESS)).flatMap(value -> binary(path, value));
        Optional<PosixAcl> defaults =
                Optional.ofNullable(kept.remove(AttributeNames.DEFAULT)).flatMap(value -> binary(path, value));
        AclText text = text(path, inode.attributes(), access.isPresent());
        int mode = inode.mode();
        if (inode.kind() != Kind.SYMLINK) {
            PosixAcl whole = access.orElseGet(text::access).completed(mode);
            mode = whole.mode(mode);
            if (!whole.isMode()) {
                kept.put(AttributeNames.ACCESS, whole.attribute());
            }
        }
        PosixAcl forNewFiles = defaults.orElseGet(text::defaults);
        if (inode.kind() == Kind.FOLDER && !forNewFiles.permissions().isEmpty()) {
            kept.put(AttributeNames.DEFAULT, forNewFiles.completed(mode).attribute());
        }
        SortedMap<String, String> records = new TreeMap<>();
        kept.forEach((name, value) -> records.put(AttributeNames.keyword(name), value));
        return inode.with(mode, records.isEmpty() ? Inode.NO_ATTRIBUTES : records);
    }

    /** The attributes by their plain names. Of the two forms that bsdtar writes side by side, one cannot hold all names. */
    private SortedMap<String, String> plain(String path, SortedMap<String, String> records) {
        SortedMap<String, String> plain = new TreeMap<>();
        boolean bsd = records.keySet().stream().anyMatch(keyword -> keyword.startsWith(LIBARCHIVE));
        for (Map.Entry<String, String> each : records.entrySet()) {
            String keyword = each.getKey();
            if (keyword.startsWith(LIBARCHIVE)) {
                keep(
                        path,
                        AttributeNames.ofUrl(keyword.substring(LIBARCHIVE.length())),
                        base64(each.getValue()),
                        plain);
            } else if (keyword.startsWith(SCHILY) && !bsd) {
                keep(path, AttributeNames.ofKeyword(keyword.substring(SCHILY.length())), each.getValue(), plain);
            } else if (keyword.equals("RHT.security.selinux")) {
                String label = each.getValue();
                plain.putIfAbsent(AttributeNames.LABEL, label.endsWith("\0") ? label : label + "\0");
            } else if (keyword.startsWith("SCHILY.fflags")) {
                losses.add(Loss.FLAGS, path, each.getValue());
            }
        }
        return plain;
    }

    private void keep(String path, String name, String value, SortedMap<String, String> plain) {
        if (AttributeNames.isKept(name)) {
            plain.put(name, value);
        } else if (!AttributeNames.isOfTheMount(name)) {
            losses.add(AttributeNames.loss(name), path, name);
        }
    }

    private AclText text(String path, SortedMap<String, String> records, boolean known) {
        AclText text = new AclText(users, groups);
        if (!known) {
            text.read(records.getOrDefault(ACL + "access", ""), false);
        }
        text.read(records.getOrDefault(ACL + "default", ""), true);
        text.unknown().forEach(name -> losses.add(Loss.ACL_NAME, path, name));
        if (text.isDamaged()) {
            losses.add(Loss.ACL_DAMAGED, path);
        }
        if (records.containsKey(ACL + "ace")) {
            losses.add(Loss.ACL_NFS4, path);
        }
        return text;
    }

    private Optional<PosixAcl> binary(String path, String value) {
        Optional<PosixAcl> acl = PosixAcl.parse(value);
        if (acl.isEmpty()) {
            losses.add(Loss.ACL_DAMAGED, path);
        }
        return acl;
    }

    private static String base64(String value) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(ByteNames.bytes(value));
        } catch (IllegalArgumentException e) {
            return "";
        }
        return ByteNames.of(bytes, 0, bytes.length);
    }
}
