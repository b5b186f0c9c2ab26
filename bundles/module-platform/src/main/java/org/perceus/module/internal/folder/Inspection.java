package org.perceus.module.internal.folder;

import java.util.List;

/** Whether a file is taken for a module. */
public sealed interface Inspection {
    /** It is. */
    record Accepted(ModuleJar jar) implements Inspection {}

    /**
     * It is not.
     *
     * @param names names of its modules as far as they are known
     * @param reason why, as the rest of a sentence that begins with the file's name
     */
    record Refused(List<String> names, String reason) implements Inspection {}
}
