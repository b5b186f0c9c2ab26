package org.perceus.vnfs;

/** Hears how far a long piece of work is. Called often, from the thread that works; must return at once. */
@FunctionalInterface
public interface Progress {
    /**
     * @param task what is being done, in a few words
     * @param done how much of it is done
     * @param total how much there is; 0 when that is not known
     */
    void at(String task, long done, long total);

    /** Hears nothing. */
    static Progress none() {
        return (task, done, total) -> {};
    }
}
