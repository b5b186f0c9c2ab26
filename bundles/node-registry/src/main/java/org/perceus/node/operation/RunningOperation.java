package org.perceus.node.operation;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An operation, for whoever does the work. Thread-safe; no call blocks or throws, and none after the end has an effect. Texts
 * are cut: names of steps to 256 characters, sentences to 1024.
 */
@ProviderType
public interface RunningOperation {
    /** Its number; 0 when it is not kept, as the database has taken nothing for a while. */
    long id();

    /**
     * Another step begins; nothing happens when the newest one has that name. May be called often. Beyond 128 steps, each
     * takes the place of the one before.
     */
    void step(String name);

    /** @param percent of the newest step, 0 to 100 */
    void progress(int percent);

    /** It did what it was for. */
    void done(String sentence);

    /** It did not. */
    void failed(String sentence);
}
