package org.perceus.doctor.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the files of etc say. Not to be changed.
 *
 * @param wrong a sentence for each file that cannot be used
 */
public record Site(
        Instance instance,
        List<ServedInterface> interfaces,
        List<NodeNetwork> networks,
        Properties engine,
        Properties nodes,
        Properties vnfs,
        Properties shell,
        List<String> wrong) {
    /** The folder of Perceus OS. */
    public Path perceusOs() {
        return instance.base().resolve(text(engine, "perceusOs", "perceus-os")).normalize();
    }

    /** The folder of capsules and artifacts. */
    public Path vnfsFolder() {
        String data = instance.data().toString();
        return Path.of(text(vnfs, "directory", "${karaf.data}/vnfs").replace("${karaf.data}", data))
                .toAbsolutePath()
                .normalize();
    }

    /** The socket by which the container takes commands. */
    public Path socket() {
        return Optional.ofNullable(System.getenv("PERCEUS_SOCKET"))
                .or(() -> Optional.of(text(shell, "socket", "")).filter(text -> !text.isEmpty()))
                .map(Path::of)
                .orElse(instance.data().resolve("perceus.sock"));
    }

    /** The provisioning method of nodes that have no other. */
    public String method() {
        return text(nodes, "setting.method", text(engine, "method", "stateless-ram"));
    }

    private static String text(Properties values, String key, String otherwise) {
        return Optional.of(values.getProperty(key, "").strip())
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }
}
