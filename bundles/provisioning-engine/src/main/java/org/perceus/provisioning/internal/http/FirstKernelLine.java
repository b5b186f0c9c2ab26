package org.perceus.provisioning.internal.http;

/**
 * What the kernel of Perceus OS is told, whoever loads it. Immutable.
 *
 * @param consoleArguments kernel arguments from the configuration, on one line
 */
record FirstKernelLine(String consoleArguments) {
    // Perceus OS runs for seconds, and nothing but what the server sent: it has no programs to guard from one another
    private static final String SHORT_LIFE = "init_on_alloc=0 mitigations=off";

    /**
     * The arguments.
     *
     * @param claim the token of the boot
     * @param shell when a shell is opened on the node's console
     */
    String of(NetworkStart start, String claim, ConsoleShell shell) {
        return "perceus.server=" + start.server()
                + " perceus.claim=" + claim
                + " " + start.card().arguments()
                + " perceus.ip=" + start.address() + "/"
                + start.network().subnet().prefixLength()
                + start.network()
                        .router()
                        .map(router -> " perceus.gateway=" + router)
                        .orElse("")
                + shell.argument() + " " + SHORT_LIFE + " " + consoleArguments;
    }
}
