package org.perceus.shell.client;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** The {@code perceus} command of the system's shell: hands its words to the container. */
public final class Main {
    private static final int OUTPUT_CLOSED = 141;

    private Main() {}

    /**
     * Exits with the command's exit code; 3 when the container is not running.
     *
     * @param arguments the options of the launcher script, then the user's words
     */
    public static void main(String[] arguments) {
        // Halting skips the JVM's orderly shutdown, which takes longer than many a command.
        Runtime.getRuntime().halt(run(arguments));
    }

    private static int run(String[] arguments) {
        Client client = new Client(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        try {
            try {
                return client.run(ClientOptions.parse(arguments), System.getProperty("user.dir"));
            } catch (IllegalArgumentException e) {
                client.complain(e.getMessage());
                return Client.USAGE;
            }
        } catch (IOException e) {
            return OUTPUT_CLOSED;
        }
    }
}
