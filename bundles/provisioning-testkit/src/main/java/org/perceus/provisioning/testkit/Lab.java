package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Boots virtual machines through a real container: {@code ./perceus demo} of a checkout, which the system property
 * {@value #CHECKOUT} names. Tests that use it are skipped where that is not set. Needs root.
 */
public final class Lab {
    /** System property with the folder of a checkout of Perceus. */
    public static final String CHECKOUT = "perceus.checkout";

    private final Path checkout;

    private Lab(Path checkout) {
        this.checkout = checkout;
    }

    /** The lab of the checkout that was named; ends the test as skipped without one. */
    public static Lab assumed() {
        String checkout = System.getProperty(CHECKOUT, "");
        assumeTrue("-D" + CHECKOUT + "=FOLDER names a checkout of Perceus", !checkout.isEmpty());
        return new Lab(Path.of(checkout));
    }

    /**
     * Boots a machine with the module in the container until it is ready, and fails when it does not get there. What the lab
     * says goes to {@link System#out}. The first time it builds all that it needs, which takes minutes.
     *
     * @param jar the module's jar
     * @param arguments further arguments of {@code ./perceus demo}, such as {@code --method NAME}
     */
    public void boot(Path jar, String... arguments) throws IOException, InterruptedException {
        Path program = checkout.resolve("perceus");
        if (!Files.isExecutable(program)) {
            throw new IOException(checkout + " is no checkout of Perceus: it has no program 'perceus'");
        }
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "demo", "--module", jar.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        assertEquals("exit status of " + String.join(" ", command), 0, run(command));
    }

    /** The streams of this machine itself are not for the lab: by them, Maven speaks with the machine that runs its tests. */
    private static int run(List<String> command) throws IOException, InterruptedException {
        Process lab = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = lab.inputReader()) {
            output.lines().forEach(System.out::println);
            return lab.waitFor();
        } finally {
            lab.destroy();
        }
    }
}
