package org.perceus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that ended.
 *
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 * @param millis how long it took
 */
record Finished(int exit, String out, String err, long millis) {
    static Finished run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        try {
            long begin = System.nanoTime();
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(builder.command() + " does not end");
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            return new Finished(process.exitValue(), Files.readString(out), Files.readString(err), millis);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
