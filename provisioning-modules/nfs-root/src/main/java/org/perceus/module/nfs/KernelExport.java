package org.perceus.module.nfs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The NFS server of the system's kernel. An export that goes makes every program on a node fail that has its root there,
 * so exports outlive this object and the container, and a network keeps its export for a while when it is not served.
 */
final class KernelExport implements TreeExport {
    private static final System.Logger LOG = System.getLogger(KernelExport.class.getName());
    private static final Duration LINGER = Duration.ofMinutes(10);
    private static final Pattern HIDES_OTHERS = Pattern.compile("^(\\S+)\\s.*[(,]fsid=0[,)]");

    private final ExportsFile file;
    private final Exportfs control;
    private final Path table;
    private final BooleanSupplier runs;
    private final LongSupplier nanoTime;
    private final Map<String, Long> lastWanted = new TreeMap<>();
    private List<String> exported = List.of();
    private Optional<FileTime> looked = Optional.empty();
    private volatile Optional<String> trouble = Optional.of("its exports are being made");

    /**
     * Changes nothing yet.
     *
     * @param table the system's list of exports, which changes whenever somebody changes one
     * @param runs whether the server runs
     */
    KernelExport(ExportsFile file, Exportfs control, Path table, BooleanSupplier runs, LongSupplier nanoTime) {
        this.file = file;
        this.control = control;
        this.table = table;
        this.runs = runs;
        this.nanoTime = nanoTime;
    }

    @Override
    public String description() {
        return "the kernel's NFS server, by " + file.path();
    }

    @Override
    public String path() {
        return file.folder().toString();
    }

    @Override
    public void serve(Collection<Endpoint> endpoints) {
        try {
            want(endpoints);
            exportAgain();
            if (!runs.getAsBoolean()) {
                throw new IOException("it was stopped: start it by systemctl start nfs-server");
            }
            note(Optional.empty());
        } catch (FileSystemException e) {
            // its message is no more than a path
            note(Optional.of("its exports cannot be changed: " + e));
        } catch (IOException e) {
            note(Optional.of(e.getMessage()));
        }
    }

    @Override
    public Optional<String> trouble(String address) {
        return trouble;
    }

    @Override
    public void close() {
        // nodes run on
    }

    private void want(Collection<Endpoint> endpoints) throws IOException {
        long now = nanoTime.getAsLong();
        if (lastWanted.isEmpty()) {
            file.clients().orElse(List.of()).forEach(client -> lastWanted.put(client, now));
        }
        endpoints.stream()
                .flatMap(endpoint -> endpoint.clients().stream())
                .forEach(client -> lastWanted.put(client, now));
        lastWanted.values().removeIf(last -> now - last > LINGER.toNanos());
    }

    /** Exports what is not exported, or may have been taken back by somebody. */
    private void exportAgain() throws IOException {
        List<String> clients = List.copyOf(lastWanted.keySet());
        if (clients.equals(exported) && looked.equals(lastChange())) {
            return;
        }
        exported = List.of();
        file.change(clients, Optional.of(control));
        for (String client : clients) {
            control.export(file.folder(), client);
        }
        for (String line : control.list()) {
            Matcher hiding = HIDES_OTHERS.matcher(line);
            if (hiding.find()) {
                throw new IOException("nodes can see nothing but " + hiding.group(1)
                        + ", which is exported with fsid=0: take fsid=0 out of that export");
            }
        }
        exported = clients;
        looked = lastChange();
    }

    private Optional<FileTime> lastChange() {
        try {
            return Optional.of(Files.getLastModifiedTime(table));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void note(Optional<String> reason) {
        if (!reason.equals(trouble)) {
            reason.ifPresentOrElse(
                    text -> LOG.log(Level.WARNING, "The kernel''s NFS server does not serve {0}: {1}", path(), text),
                    () -> LOG.log(Level.INFO, "The kernel''s NFS server serves {0} to {1}", path(), exported));
            trouble = reason;
        }
    }
}
