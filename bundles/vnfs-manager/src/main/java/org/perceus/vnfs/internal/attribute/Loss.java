package org.perceus.vnfs.internal.attribute;

import org.perceus.vnfs.Finding;

/** What of a source a capsule does not keep, and what an administrator is told of it. */
public enum Loss {
    SOCKET(
            Finding.Kind.CHANGED,
            "sockets",
            "sockets were left out",
            "nothing is to be done: programs make their sockets anew when they start"),
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
            "nothing is to be done unless a program of the root asks for them");

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
