package org.perceus.doctor.system;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Programs of this system. */
public interface Commands {
    /**
     * What a program left.
     *
     * @param code its exit code, 0 when it did what it was asked
     * @param out what it printed
     * @param err what it complained of
     */
    record Result(int code, String out, String err) {
        /** Whether it did what it was asked. */
        public boolean good() {
            return code == 0;
        }
    }

    /**
     * Runs a program to its end.
     *
     * @return empty when there is no such program
     */
    Optional<Result> run(List<String> words) throws IOException, InterruptedException;

    /** The same. */
    default Optional<Result> run(String... words) throws IOException, InterruptedException {
        return run(List.of(words));
    }
}
