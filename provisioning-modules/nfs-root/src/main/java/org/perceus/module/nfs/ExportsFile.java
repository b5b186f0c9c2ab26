package org.perceus.module.nfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file by which the system exports the trees whenever its NFS server starts. It is known as ours by its first line and
 * by the folder that it exports: another's is neither changed nor removed.
 *
 * @param path the file
 * @param folder the folder of the trees
 */
record ExportsFile(Path path, Path folder) {
    private static final String MARK =
            "# Made by Perceus. Nodes have their root from here, also while Perceus is stopped.\n";

    /** The networks that it exports to; empty when there is no file of ours. */
    Optional<List<String>> clients() throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        String text = Files.readString(path);
        if (!text.startsWith(head())) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(text.substring(head().length()).strip().split(" "))
                .map(client -> client.replaceFirst("\\(.*", ""))
                .toList());
    }

    /**
     * Makes it export to these networks, by no file when there are none, and takes back what it exported to others.
     *
     * @param control empty when the system has no server any more that could export
     */
    void change(Collection<String> clients, Optional<Exportfs> control) throws IOException {
        Optional<List<String>> former = clients();
        if (former.isEmpty() && Files.exists(path)) {
            throw new IOException(path + " is not of this Perceus, or was changed by hand: move it away");
        }
        if (control.isPresent()) {
            for (String client : former.orElse(List.of())) {
                if (!clients.contains(client)) {
                    control.get().unexport(folder, client);
                }
            }
        }
        if (clients.isEmpty()) {
            Files.deleteIfExists(path);
        } else if (!former.map(clients::equals).orElse(false)) {
            write(clients);
        }
    }

    private void write(Collection<String> clients) throws IOException {
        Files.createDirectories(path.getParent());
        // the system reads only what has the ending of this file
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        String exports = clients.stream()
                .map(client -> client + "(" + Exportfs.OPTIONS + ")")
                .collect(Collectors.joining(" "));
        Files.writeString(fresh, head() + exports + "\n");
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private String head() {
        // a path in quotes may have blanks
        return MARK + "\"" + folder + "\" ";
    }
}
