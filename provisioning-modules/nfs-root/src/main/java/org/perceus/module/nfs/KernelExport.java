package org.perceus.module.nfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The NFS server of the system's kernel, with a file of exports of our own. */
final class KernelExport implements TreeExport {
    private static final System.Logger LOG = System.getLogger(KernelExport.class.getName());
    private static final String OPTIONS = "(ro,no_root_squash,no_subtree_check,sec=sys)";
    private static final long SECONDS = 10;

    private final Path folder;
    private final Path exports;
    private final Path control;
    private volatile Optional<String> trouble = Optional.of("its exports are being made");
    private String written = "";

    /**
     * Takes control of a file, which need not be there yet.
     *
     * @param folder of the trees
     * @param exports the file of exports
     * @param control the program that makes the kernel read them
     */
    KernelExport(Path folder, Path exports, Path control) {
        this.folder = folder;
        this.exports = exports;
        this.control = control;
    }

    @Override
    public String description() {
        return "the kernel's NFS server, by " + exports;
    }

    @Override
    public String path() {
        return folder.toString();
    }

    @Override
    public void serve(Collection<Endpoint> endpoints) {
        String text = text(endpoints);
        if (text.equals(written)) {
            return;
        }
        try {
            Files.createDirectories(exports.getParent());
            Files.writeString(exports, text);
            read();
            written = text;
            trouble = Optional.empty();
        } catch (IOException e) {
            trouble = Optional.of("its exports cannot be changed: " + e.getMessage());
            LOG.log(Level.WARNING, "The exports of {0} cannot be changed: {1}", folder, e.getMessage());
        }
    }

    @Override
    public Optional<String> trouble(String address) {
        return trouble;
    }

    @Override
    public void close() {
        try {
            if (Files.deleteIfExists(exports)) {
                read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(exports + " cannot be taken back", e);
        }
    }

    private String text(Collection<Endpoint> endpoints) {
        String clients = endpoints.stream()
                .flatMap(endpoint -> endpoint.clients().stream())
                .distinct()
                .sorted()
                .map(client -> client + OPTIONS)
                .collect(Collectors.joining(" "));
        // a path in quotes may have blanks
        return clients.isEmpty() ? "" : "\"" + folder + "\" " + clients + "\n";
    }

    private void read() throws IOException {
        Process process = new ProcessBuilder(control.toString(), "-r")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(control + " does not end");
            }
            if (process.exitValue() != 0) {
                String said = new String(process.getInputStream().readNBytes(4096)).strip();
                throw new IOException(
                        control + " said: " + said.lines().findFirst().orElse("nothing"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
