package org.perceus.provisioning.internal.script;

import java.util.Optional;

/** What a node is told to do. */
public sealed interface ScriptResult {
    /**
     * Run a script.
     *
     * @param script the script, complete with its last line
     * @param tree name of the unpacked root on this server that the node may live on, if there is one
     */
    record Run(String script, Optional<String> tree) implements ScriptResult {}

    /** Ask again later; the reason is one sentence. */
    record Wait(String reason) implements ScriptResult {}

    /** A module of the plan has left since the plan was made: plan again. */
    record Outdated() implements ScriptResult {}
}
