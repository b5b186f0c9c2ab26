package org.perceus.provisioning.internal.script;

/** What a node is told to do. */
public sealed interface ScriptResult {
    /** Run this, complete with its last line. */
    record Run(String script) implements ScriptResult {}

    /** Ask again later; the reason is one sentence. */
    record Wait(String reason) implements ScriptResult {}

    /** A module of the plan has left since the plan was made: plan again. */
    record Outdated() implements ScriptResult {}
}
