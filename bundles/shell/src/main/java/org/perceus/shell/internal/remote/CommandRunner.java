package org.perceus.shell.internal.remote;

import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.wire.Request;

/** Runs what a client asks for. Called concurrently; the calling thread is interrupted when the client goes away. */
@FunctionalInterface
interface CommandRunner {
    /**
     * Runs one command.
     *
     * @param screen shows its output to the client
     * @return its exit code
     */
    int run(Request request, Screen screen);
}
