package org.perceus.module;

/** Hears how far the build of an image is. Called often, from the thread that builds; must return at once. */
@FunctionalInterface
public interface BuildProgress {
    /**
     * @param task what is being done, in a few words
     * @param done how much of it is done
     * @param total how much there is; 0 when that is not known
     */
    void at(String task, long done, long total);

    /** Hears nothing. */
    static BuildProgress none() {
        return (task, done, total) -> {};
    }
}
