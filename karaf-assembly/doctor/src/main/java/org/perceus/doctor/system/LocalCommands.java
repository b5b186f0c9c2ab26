package org.perceus.doctor.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

/** Runs programs in the network of the thread that asks, also those that an account's search path leaves out. */
public final class LocalCommands implements Commands {
    private static final List<String> OF_ROOT = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    @Override
    public Optional<Result> run(List<String> words) throws IOException, InterruptedException {
        Optional<File> program = find(words.get(0));
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(words);
        all.set(0, program.get().getPath());
        File complaints = File.createTempFile("perceus-doctor", null);
        try {
            Process process = new ProcessBuilder(all).redirectError(complaints).start();
            process.getOutputStream().close();
            String out = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            return Optional.of(new Result(code, out, FileUtils.readFileToString(complaints, StandardCharsets.UTF_8)));
        } finally {
            complaints.delete();
        }
    }

    private static Optional<File> find(String program) {
        if (program.indexOf('/') >= 0) {
            return Optional.of(new File(program)).filter(File::canExecute);
        }
        List<String> folders = new ArrayList<>(Arrays.asList(Optional.ofNullable(System.getenv("PATH"))
                .orElse("/usr/bin:/bin")
                .split(":")));
        folders.addAll(OF_ROOT);
        return folders.stream()
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
