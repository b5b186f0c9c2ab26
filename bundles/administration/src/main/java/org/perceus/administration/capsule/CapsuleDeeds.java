package org.perceus.administration.capsule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** Which capsules there are. Thread-safe; calls block until all is done, and tell how far they are. */
@ProviderType
public interface CapsuleDeeds {
    /**
     * What a capsule shall be made of.
     *
     * @param name its name and version; without a version, the next number
     * @param path a folder with a root file system, or an archive of one
     * @param kernel release of the kernel that nodes get; else the newest plain one
     */
    record Source(String name, Path path, Optional<String> kernel) {}

    /**
     * A capsule that was imported.
     *
     * @param id what it is called
     * @param result the capsule; of a dry run, what was found in the root
     * @param took how long it took
     */
    record Import(CapsuleId id, ImportResult result, Duration took) {}

    /**
     * A capsule that was prepared.
     *
     * @param bytes size of what nodes get
     * @param took how long it took
     */
    record Prepared(long bytes, Duration took) {}

    /**
     * The method to prepare capsules for, to be asked before a long import.
     *
     * @param wanted its name; else the site's default
     * @return refused when there is no such method
     */
    Outcome<String> method(Administrator who, Optional<String> wanted) throws InterruptedException;

    /**
     * Makes a capsule of a root file system, as an operation; a dry run only looks into it. Interrupting the thread cancels it
     * and leaves nothing behind.
     */
    Outcome<Import> importRoot(Administrator who, Source source, boolean dryRun, DeedProgress progress)
            throws InterruptedException;

    /**
     * Builds what nodes of a method need of a capsule, unless it is there. The build is an operation of its own, which goes on
     * when the thread is interrupted: nodes may wait for it, too.
     */
    Outcome<Prepared> prepare(Administrator who, CapsuleId id, String method, Progress progress)
            throws InterruptedException;

    /**
     * Forgets a capsule.
     *
     * @param force whether to do it also when nodes are to get it
     */
    Outcome<CapsuleId> delete(Administrator who, CapsuleId id, boolean force, boolean dryRun)
            throws InterruptedException;
}
