package org.perceus.provisioning;

import java.util.List;
import java.util.Optional;
import org.perceus.node.SettingKey;

/**
 * A setting of nodes that somebody reads. Immutable.
 *
 * @param key what administrators call it
 * @param reader name of the module that reads it; {@value #PERCEUS} when it is Perceus itself
 * @param words what is possible: the rest of a sentence that begins with "use"
 * @param values some that are possible, for completion; may be none
 * @param standard what holds for nodes that do not have it
 * @param help what it is for, in one line
 * @param once whether only a node itself can have it, as it is done once and then taken away
 */
public record DeclaredSetting(
        SettingKey key,
        String reader,
        String words,
        List<String> values,
        Optional<String> standard,
        String help,
        boolean once) {
    /** The reader of the settings that are no module's. */
    public static final String PERCEUS = "perceus";

    /** Copies the list. */
    public DeclaredSetting {
        values = List.copyOf(values);
    }
}
