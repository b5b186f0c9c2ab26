package org.perceus.module.nfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.CapsuleTrees;

/** A system's root folder with programs of ours in it. */
record FakeSystem(Path root) {
    /** A program that is a shell script. */
    Path program(String path, String script) throws IOException {
        Path file = file(path, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    Path file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    Optional<String> read(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Gives it a kernel with an NFS server that runs; what is exported is in the file {@code table}. */
    FakeSystem withKernelServer() throws IOException {
        program("usr/sbin/exportfs", "cd " + root + "\n[ \"$1\" = -s ] && cat table || echo \"$@\" >>calls\n");
        file("table", "");
        file("proc/fs/nfsd/threads", "8\n");
        return this;
    }

    /** Gives it an nfs-ganesha that runs the script. */
    FakeSystem withGanesha(String script) throws IOException {
        program("usr/bin/ganesha.nfsd", script);
        file("usr/lib/x86_64-linux-gnu/ganesha/libfsalvfs.so", "");
        return this;
    }

    /** Trees that are served on an address. */
    CapsuleTrees trees(String address) {
        return new CapsuleTrees() {
            @Override
            public Path folder() {
                return root.resolve("trees");
            }

            @Override
            public List<String> serverAddresses() {
                return List.of(address);
            }
        };
    }

    NfsTreeServer server(String address, String wanted) {
        return new NfsTreeServer(
                trees(address), new Configuration(wanted), root.resolve("work"), new ServerChoice(root));
    }

    /** A configuration that has the defaults but for the choice of the server. */
    @SuppressWarnings("all")
    private record Configuration(String server) implements NfsConfig {
        @Override
        public String mountOptions() {
            return "ro,vers=4.2";
        }

        @Override
        public String[] clients() {
            return new String[0];
        }

        @Override
        public Class<NfsConfig> annotationType() {
            return NfsConfig.class;
        }
    }
}
