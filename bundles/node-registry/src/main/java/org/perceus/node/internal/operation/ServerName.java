package org.perceus.node.internal.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** What tells this container from others that share its database, also after a restart: its host and its data folder. */
final class ServerName {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    private ServerName() {}

    static String of(BundleContext context) {
        String data = Optional.ofNullable(context.getProperty("karaf.data")).orElse("data");
        return host() + ":" + Path.of(data).toAbsolutePath().normalize();
    }

    private static String host() {
        try {
            return Files.readString(HOST).trim();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
