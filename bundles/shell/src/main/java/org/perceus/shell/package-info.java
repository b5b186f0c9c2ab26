/**
 * Every command of Perceus, for the Karaf shell and, through a Unix domain socket, for the system's shell.
 *
 * <p>Nothing is exported. {@code internal.command} holds the commands, which read words, call the deeds of {@code
 * org.perceus.administration} and print; the packages named after what they are about draw it; {@code internal.remote}
 * serves the socket that {@code client} talks to in the frames of {@code internal.wire}.
 */
package org.perceus.shell;
