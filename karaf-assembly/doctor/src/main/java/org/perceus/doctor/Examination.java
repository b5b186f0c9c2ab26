package org.perceus.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Examined;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.wire.PermissionNeededException;

/** Makes all checks side by side, since most of them listen; one that fails or hangs is a finding itself. */
final class Examination {
    private final Progress progress;

    Examination(Progress progress) {
        this.progress = progress;
    }

    /** What each check found, in their order. */
    List<Examined> run(List<Check> checks) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            long began = System.nanoTime();
            List<Future<List<Finding>>> running = new ArrayList<>();
            for (Check check : checks) {
                progress.at(check.name(), "");
                running.add(threads.submit(check::findings));
            }
            List<Examined> all = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                all.add(new Examined(checks.get(i).name(), await(checks.get(i), running.get(i), began)));
                progress.done(checks.get(i).name());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Finding> await(Check check, Future<List<Finding>> future, long began)
            throws InterruptedException {
        long left = check.limit().toNanos() - (System.nanoTime() - began);
        try {
            return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            return List.of(Finding.warning(
                            "it was not done after " + check.limit().toSeconds() + " s, so it is not known how it is")
                    .with("perceus doctor"));
        } catch (ExecutionException e) {
            return List.of(failed(e.getCause()));
        }
    }

    private static Finding failed(Throwable cause) {
        if (cause instanceof PermissionNeededException) {
            return Finding.warning("it was not looked at, as " + cause.getMessage())
                    .with("sudo perceus doctor");
        }
        return cause instanceof IOException
                ? Finding.warning("it could not be looked at: " + cause.getMessage())
                        .with("perceus doctor")
                : Finding.warning("looking at it failed: " + cause).with("perceus doctor");
    }
}
