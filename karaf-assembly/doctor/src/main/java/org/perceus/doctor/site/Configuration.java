package org.perceus.doctor.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BiFunction;

/** Reads the files of etc as the container will. */
public final class Configuration {
    private static final String INTERFACES = "org.perceus.boot.interface-";
    private static final String NETWORKS = "org.perceus.node.network-";

    private final Instance instance;

    public Configuration(Instance instance) {
        this.instance = instance;
    }

    /** The site, as far as it is configured. */
    public Site read() {
        List<String> wrong = new ArrayList<>();
        return new Site(
                instance,
                all(INTERFACES, ServedInterface::read, wrong),
                all(NETWORKS, NodeNetwork::read, wrong),
                properties("org.perceus.provisioning", wrong),
                properties("org.perceus.node", wrong),
                properties("org.perceus.vnfs", wrong),
                properties("org.perceus.shell", wrong),
                wrong);
    }

    private Properties properties(String name, List<String> wrong) {
        Path file = instance.etc().resolve(name + ".cfg");
        try {
            return Files.exists(file) ? load(file) : new Properties();
        } catch (IOException | IllegalArgumentException e) {
            wrong.add("etc/" + name + ".cfg cannot be read: " + e.getMessage());
            return new Properties();
        }
    }

    private <T> List<T> all(String prefix, BiFunction<String, Properties, T> reader, List<String> wrong) {
        List<T> found = new ArrayList<>();
        for (Path file : files(prefix)) {
            String name = "etc/" + file.getFileName();
            try {
                found.add(reader.apply(name, load(file)));
            } catch (IOException | IllegalArgumentException e) {
                wrong.add(name + " is not used: " + e.getMessage());
            }
        }
        return found;
    }

    private List<Path> files(String prefix) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(instance.etc(), prefix + "*.cfg")) {
            found.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    private static Properties load(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return values;
    }
}
