package org.perceus.module.nfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which NFS server this system has.
 *
 * @param system the system's root folder
 */
record ServerChoice(Path system) {
    private static final List<String> FOLDERS = List.of("usr/sbin", "usr/bin", "sbin", "bin", "usr/local/sbin");

    private static final String HIDDEN =
            "the kernel's NFS server runs, but this process has a /proc in which it cannot be"
                    + " seen: take options like ProtectKernelTunables and ProtectControlGroups out of its systemd unit";

    /** What was decided. */
    sealed interface Decision {}

    /** A server, and why this one. */
    record Found(Kind kind, Path program, String reason) implements Decision {}

    /** There is none; says what would be right. */
    record Missing(String reason) implements Decision {}

    /** The servers there are. */
    enum Kind {
        KERNEL,
        GANESHA
    }

    /** Decides by the word from the configuration. */
    Decision decide(String wanted) {
        return switch (wanted) {
            case "kernel" ->
                kernel("the configuration says so")
                        .orElseGet(() -> new Missing(
                                "the kernel's NFS server does not run: install the Debian package nfs-kernel-server and start it, or"
                                        + " set server = auto"));
            case "ganesha" ->
                ganesha("the configuration says so")
                        .orElseGet(() -> new Missing(
                                "nfs-ganesha is missing: install the Debian packages nfs-ganesha and nfs-ganesha-vfs"));
            case "auto" ->
                kernel("the system's kernel has an NFS server that runs")
                        .or(() -> ganesha("the system's kernel has no NFS server that runs"))
                        .orElseGet(() ->
                                new Missing("this server has no NFS server: install the Debian packages nfs-ganesha"
                                        + " and nfs-ganesha-vfs, or nfs-kernel-server"));
            default -> new Missing("server = " + wanted + " is unknown: use auto, kernel or ganesha");
        };
    }

    private Optional<Decision> kernel(String reason) {
        return exportfs()
                .flatMap(program -> kernelRuns()
                        ? Optional.of(new Found(Kind.KERNEL, program, reason))
                        : kernelIsHidden() ? Optional.of(new Missing(HIDDEN)) : Optional.empty());
    }

    private Optional<Decision> ganesha(String reason) {
        return program("ganesha.nfsd")
                .filter(program -> hasPlugin())
                .map(program -> new Found(Kind.GANESHA, program, reason));
    }

    private Optional<Path> program(String name) {
        return FOLDERS.stream()
                .map(folder -> system.resolve(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The part of nfs-ganesha that serves folders is a package of its own. */
    private boolean hasPlugin() {
        return List.of("usr/lib/x86_64-linux-gnu/ganesha", "usr/lib/aarch64-linux-gnu/ganesha", "usr/lib64/ganesha")
                .stream()
                .anyMatch(folder -> Files.exists(system.resolve(folder).resolve("libfsalvfs.so")));
    }

    /** The program that the kernel's NFS server is told by what to export. */
    Optional<Path> exportfs() {
        return program("exportfs");
    }

    /** Whether the kernel's NFS server runs, as far as this process can see it. */
    boolean kernelRuns() {
        return !read("proc/fs/nfsd/threads").strip().matches("0*");
    }

    /** A service of systemd can have a /proc of its own, without what is mounted in it: then exportfs works by halves. */
    private boolean kernelIsHidden() {
        return Files.notExists(system.resolve("proc/fs/nfsd/threads"))
                && read("proc/net/rpc/nfsd").lines().anyMatch(line -> line.matches("th [1-9].*"));
    }

    private String read(String path) {
        try {
            return Files.readString(system.resolve(path));
        } catch (IOException e) {
            return "";
        }
    }
}
