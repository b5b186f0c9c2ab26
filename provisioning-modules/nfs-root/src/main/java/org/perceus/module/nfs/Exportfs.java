package org.perceus.module.nfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program {@code exportfs}, which tells the kernel's NFS server what to export. It is asked for one export at a time:
 * when it reads all files anew, it drops what others have exported without a file, and fails for a mistake of theirs.
 *
 * @param program the executable
 */
record Exportfs(Path program) {
    /** How trees are exported. */
    static final String OPTIONS = "ro,no_root_squash,no_subtree_check,sec=sys";

    private static final long SECONDS = 10;
    private static final int LONGEST_ANSWER = 65_536;

    /** Exports a folder to a network, also when it is exported already. */
    void export(Path folder, String client) throws IOException {
        Answer answer = run("-o", OPTIONS, client + ":" + folder);
        if (answer.status() != 0) {
            // it is not taken back: it may have been exported before, and nodes may live on it
            throw new IOException("it does not export " + folder + " (" + answer.sentence()
                    + "): a file system such as ext4 or xfs can be exported, and directory in etc/org.perceus.vnfs.cfg says"
                    + " where capsules are");
        }
    }

    /** Takes an export back, if there is one. */
    void unexport(Path folder, String client) throws IOException {
        // its status only says whether there was one
        run("-u", client + ":" + folder);
    }

    /** All exports of this system, one a line: path, network, options. */
    List<String> list() throws IOException {
        Answer answer = run("-s");
        if (answer.status() != 0) {
            throw new IOException(answer.sentence());
        }
        return answer.text().lines().toList();
    }

    private record Answer(int status, String text) {
        String sentence() {
            return text.lines().findFirst().orElse("exportfs ended with status " + status);
        }
    }

    private Answer run(String... words) throws IOException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(program + " does not end");
            }
            byte[] said = process.getInputStream().readNBytes(LONGEST_ANSWER);
            return new Answer(process.exitValue(), new String(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
