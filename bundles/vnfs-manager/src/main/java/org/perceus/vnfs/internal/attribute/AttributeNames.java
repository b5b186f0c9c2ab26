package org.perceus.vnfs.internal.attribute;

import java.util.List;

/** The names of extended attributes, and the one way in which archives of ours have them as keywords of records. */
public final class AttributeNames {
    static final String ACCESS = "system.posix_acl_access";
    static final String DEFAULT = "system.posix_acl_default";
    static final String LABEL = "security.selinux";

    private static final String CAPABILITY = "security.capability";
    private static final String USER = "user.";
    private static final String KEYWORD = "SCHILY.xattr.";
    private static final List<String> NAMESPACES = List.of(USER, "security.", "trusted.");
    private static final String OF_THE_MOUNT = "trusted.overlay.";
    private static final List<String> NFS4 = List.of("system.nfs4_acl", "system.nfs4acl", "system.richacl");
    private static final int HEX = 16;

    private AttributeNames() {}

    /** Whether Linux can set an attribute and it means something on another machine. */
    public static boolean isKept(String name) {
        boolean acl = name.equals(ACCESS) || name.equals(DEFAULT);
        return acl || NAMESPACES.stream().anyMatch(name::startsWith) && !isOfTheMount(name);
    }

    /** What is lost with an attribute that is not kept. */
    public static Loss loss(String name) {
        return NFS4.stream().anyMatch(name::startsWith) ? Loss.ACL_NFS4 : Loss.FOREIGN_ATTRIBUTE;
    }

    /**
     * What of an attribute nodes lose whose root is not on a disk: NFS 4.1 carries none, and an initramfs no labels.
     *
     * @param keyword of an attribute that is kept
     * @param userInRam whether a tmpfs takes attributes of the user's kind
     */
    public static Loss lossOnNodes(String keyword, boolean userInRam) {
        String name = keyword.substring(KEYWORD.length());
        return switch (name) {
            case ACCESS, DEFAULT -> Loss.ACL_OVER_NFS;
            case LABEL -> Loss.LABEL_BUT_ON_DISK;
            case CAPABILITY -> Loss.CAPABILITY_OVER_NFS;
            default -> name.startsWith(USER) && !userInRam ? Loss.ATTRIBUTE_BUT_ON_DISK : Loss.ATTRIBUTE_OVER_NFS;
        };
    }

    /** Whether an attribute is about how files are mounted here, which nobody misses elsewhere. */
    public static boolean isOfTheMount(String name) {
        return name.startsWith(OF_THE_MOUNT);
    }

    /** The keyword of an attribute. */
    public static String keyword(String name) {
        return KEYWORD + name.replace("%", "%25").replace("=", "%3D");
    }

    /** The name behind the prefix of a keyword: GNU tar writes two characters as escapes, star none. */
    static String ofKeyword(String name) {
        return name.replace("%3D", "=").replace("%25", "%");
    }

    /** A name in which any byte may be written as in a URL. */
    static String ofUrl(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean escape = name.charAt(i) == '%'
                    && i + 2 < name.length()
                    && name.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}");
            plain.append(escape ? (char) Integer.parseInt(name.substring(i + 1, i + 3), HEX) : name.charAt(i));
            i += escape ? 2 : 0;
        }
        return plain.toString();
    }
}
