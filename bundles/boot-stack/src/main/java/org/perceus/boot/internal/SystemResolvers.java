package org.perceus.boot.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The resolvers that this machine itself asks (resolv.conf(5)). Thread-safe. */
final class SystemResolvers {
    private static final Logger LOG = LoggerFactory.getLogger(SystemResolvers.class);
    private static final int MOST_BYTES = 1 << 16;

    /** As many as the C library takes. */
    private static final int MOST = 3;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Path file;

    SystemResolvers(Path file) {
        this.file = file;
    }

    /** Those of now; none when the file is not there. */
    List<Resolver> read() {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            LOG.debug("{} is not read", file, e);
            return List.of();
        }
    }

    private static List<Resolver> parse(Stream<String> lines) {
        return lines.map(line -> SPACE.split(line))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                .limit(MOST)
                .map(words -> DnsSettings.resolver(words[1]))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
