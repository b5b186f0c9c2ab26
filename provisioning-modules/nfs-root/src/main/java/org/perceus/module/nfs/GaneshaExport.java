package org.perceus.module.nfs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Processes of nfs-ganesha of our own: one for each address, as one process listens on one address or on all. None runs where there
 * is no tree.
 */
final class GaneshaExport implements TreeExport {
    private final Path folder;
    private final Path program;
    private final Path work;
    private final Map<Endpoint, GaneshaProcess> processes = new ConcurrentHashMap<>();
    /** As it was last looked for: an answer to a node reads no folder. */
    private volatile boolean trees;

    /**
     * Starts nothing yet.
     *
     * @param folder of the trees
     * @param program the executable of nfs-ganesha
     * @param work a folder of our own for what the processes need
     */
    GaneshaExport(Path folder, Path program, Path work) {
        this.folder = folder;
        this.program = program;
        this.work = work;
    }

    @Override
    public String description() {
        String running = processes.values().stream()
                .map(GaneshaProcess::description)
                .sorted()
                .collect(Collectors.joining(", "));
        return "nfs-ganesha" + (running.isEmpty() ? "" : " (" + running + ")");
    }

    @Override
    public String path() {
        return GaneshaFile.PSEUDO_PATH;
    }

    @Override
    public void serve(Collection<Endpoint> endpoints) {
        trees = hasTrees();
        Collection<Endpoint> wanted = trees ? endpoints : List.of();
        for (Endpoint gone : Set.copyOf(processes.keySet())) {
            if (!wanted.contains(gone)) {
                processes.remove(gone).close();
            }
        }
        for (Endpoint endpoint : wanted) {
            processes
                    .computeIfAbsent(endpoint, added -> new GaneshaProcess(added, folder, program, work))
                    .tend();
        }
    }

    @Override
    public Optional<String> trouble(String address) {
        return processes.entrySet().stream()
                .filter(entry -> entry.getKey().address().equals(address))
                .findFirst()
                .map(entry -> entry.getValue().trouble())
                .orElseGet(() -> Optional.of(
                        trees
                                ? "nfs-ganesha is about to be started for " + address
                                : "nfs-ganesha is started when a capsule is prepared for NFS"));
    }

    private boolean hasTrees() {
        try (DirectoryStream<Path> some = Files.newDirectoryStream(folder)) {
            return some.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.values().forEach(GaneshaProcess::close);
        processes.clear();
    }
}
