package org.perceus.module;

import java.time.Duration;

/** What became of a change of the modules. */
public sealed interface ModuleChange {
    /**
     * It is in effect, or would be.
     *
     * @param what what was changed, in a few words without a verb, such as {@code hostname 2.1.0}
     * @param drained how long the former module was still in use after it got no more requests
     * @param took how long all of it took
     */
    record Done(String what, Duration drained, Duration took) implements ModuleChange {}

    /** There was none; the reason is one sentence. */
    record Refused(String reason) implements ModuleChange {}
}
