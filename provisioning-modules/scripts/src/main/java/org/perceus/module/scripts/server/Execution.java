package org.perceus.module.scripts.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Executes scripts as another account, within bounds. Thread-safe. */
final class Execution {
    // Linux takes 128 KiB with the name, of bytes
    private static final int LONGEST_VARIABLE = 32 << 10;
    private static final String PROGRAMS = "/usr/sbin:/usr/bin:/sbin:/bin";

    private final Account account;
    private final Limits limits;

    Execution(Account account, Limits limits) {
        this.account = account;
        this.limits = limits;
    }

    /** Runs a job to its end, or to the end of its time. */
    Outcome of(Job job) throws InterruptedException {
        Optional<String> tooLong = job.environment().entrySet().stream()
                .filter(variable -> variable.getValue().length() > LONGEST_VARIABLE)
                .map(Map.Entry::getKey)
                .findFirst();
        if (tooLong.isPresent()) {
            return new Outcome.Failed("cannot be started, as " + tooLong.get() + " has more than "
                    + (LONGEST_VARIABLE >> 10) + " KiB, which is too long for a variable");
        }
        Process process;
        try {
            process = start(job);
        } catch (IOException e) {
            return new Outcome.Failed("could not be started: " + e.getMessage());
        }
        try {
            process.getOutputStream().close();
            BoundedReader errors = BoundedReader.tail(process.getErrorStream());
            BoundedReader output = BoundedReader.whole(process.getInputStream(), limits.outputKib() << 10);
            if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.Failed("took longer than " + limits.time().toSeconds() + " s");
            }
            return outcome(process.exitValue(), output, errors);
        } catch (IOException e) {
            return new Outcome.Failed("could not be executed: " + e.getMessage());
        } finally {
            end(process);
        }
    }

    private Process start(Job job) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Confinement.command(job.file(), account, limits))
                .directory(Path.of("/").toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(job.environment());
        environment.put("PATH", PROGRAMS);
        environment.put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private Outcome outcome(int status, BoundedReader output, BoundedReader errors) throws InterruptedException {
        byte[] printed = output.bytes();
        if (output.isCut()) {
            return new Outcome.Failed("printed more than " + limits.outputKib() + " KiB");
        }
        if (status != 0) {
            String said = new String(errors.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .map(line -> ": " + line)
                    .orElse("");
            return new Outcome.Failed("ended with status " + status + said);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(printed))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return new Outcome.Printed(text);
            }
        } catch (CharacterCodingException e) {
            // the same as with a NUL
        }
        return new Outcome.Failed("printed what is not text in UTF-8");
    }

    /** The end of the first process of a namespace is that of all in it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
