package org.perceus.vnfs.internal.attribute;

import org.perceus.vnfs.Finding;

/** What of a source a capsule, or a node with it, does not keep, and what an administrator is told of it. */
public enum Loss {
    SOCKET(
            Finding.Kind.CHANGED,
            "sockets",
            "sockets were left out",
            "programs make their sockets anew when they start"),
    ACL_NAME(
            Finding.Kind.WARNING,
            "access control lists",
            "entries of access control lists were left out, as the root's /etc/passwd and /etc/group do not have their names",
            "add these users and groups to the root, or import its folder"),
    ACL_DAMAGED(
            Finding.Kind.WARNING,
            "access control lists",
            "access control lists were left out, as they cannot be read",
            "set them again with setfacl and import the folder"),
    ACL_NFS4(
            Finding.Kind.WARNING,
            "access control lists",
            "access control lists of NFSv4 were left out: nodes' file systems have those of POSIX only",
            "set them with setfacl where they are needed"),
    FLAGS(
            Finding.Kind.WARNING,
            "file flags",
            "files had flags, such as immutable, which were left out",
            "let a node script set them with chattr where they are needed"),
    FOREIGN_ATTRIBUTE(
            Finding.Kind.WARNING,
            "extended attributes",
            "extended attributes were left out that Linux cannot set",
            "nothing is to be done unless a program of the root asks for them"),
    CAPABILITY_OVER_NFS(
            Finding.Kind.WARNING,
            "capabilities",
            "programs have capabilities, which do not come over NFS",
            "stateless-ram and stateful-disk keep them; with nfs-root, or left on the server by hybrid, these programs"
                    + " can do what they are for only when root starts them"),
    ACL_OVER_NFS(
            Finding.Kind.WARNING,
            "access control lists",
            "files have access control lists, which do not come over NFS",
            "stateless-ram and stateful-disk keep them; with nfs-root, or left on the server by hybrid, their modes alone"
                    + " decide, in which the list's mask stands for the group"),
    ATTRIBUTE_OVER_NFS(
            Finding.Kind.WARNING,
            "extended attributes",
            "files have extended attributes, which do not come over NFS",
            "stateless-ram and stateful-disk keep them"),
    ATTRIBUTE_BUT_ON_DISK(
            Finding.Kind.WARNING,
            "extended attributes",
            "files have attributes user.*, which do not come over NFS, and which a root in RAM has from Linux 6.6 on",
            "stateful-disk keeps them, and with a newer kernel stateless-ram"),
    LABEL_BUT_ON_DISK(
            Finding.Kind.WARNING,
            "labels",
            "files have labels of SELinux, which only a root on disk keeps: others get those of the policy at each boot",
            "labels that were set by chcon have to be given to the policy, with semanage fcontext");

    private final Finding.Kind kind;
    private final String subject;
    private final String sentence;
    private final String remedy;

    Loss(Finding.Kind kind, String subject, String sentence, String remedy) {
        this.kind = kind;
        this.subject = subject;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    Finding finding(long count, String examples) {
        return new Finding(kind, subject, count + " " + sentence + ": " + examples, remedy);
    }
}
