package org.perceus.provisioning.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.After;
import org.junit.AssumptionViolatedException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LabTest {
    @Rule
    public final TemporaryFolder checkout = new TemporaryFolder();

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Before
    public void nameTheCheckout() {
        System.setProperty(Lab.CHECKOUT, checkout.getRoot().toString());
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @After
    public void putBack() {
        System.clearProperty(Lab.CHECKOUT);
        System.setOut(console);
    }

    @Test
    public void aMachineIsBootedByTheDemonstrationWithTheModule() throws Exception {
        script("echo \"$@\"; echo and errors >&2");

        Lab.assumed().boot(Path.of("/some/module.jar"), "--method", "mine");

        assertEquals("demo --module /some/module.jar --method mine\nand errors\n", printed.toString(UTF_8));
    }

    @Test
    public void whatIsTypedIsNotForTheLab() throws Exception {
        script("cat; echo end");

        Lab.assumed().boot(Path.of("/some/module.jar"));

        assertEquals("end\n", printed.toString(UTF_8));
    }

    @Test
    public void aBootThatFailsFailsTheTest() throws Exception {
        script("exit 3");

        AssertionError failure =
                assertThrows(AssertionError.class, () -> Lab.assumed().boot(Path.of("/some/module.jar")));

        assertEquals(
                "exit status of " + checkout.getRoot()
                        + "/perceus demo --module /some/module.jar expected:<0> but was:<3>",
                failure.getMessage());
    }

    @Test
    public void aFolderThatIsNoCheckoutIsNamed() {
        IOException failure =
                assertThrows(IOException.class, () -> Lab.assumed().boot(Path.of("/some/module.jar")));

        assertEquals(
                checkout.getRoot() + " is no checkout of Perceus: it has no program 'perceus'", failure.getMessage());
    }

    @Test
    public void withoutACheckoutTheTestIsSkipped() {
        System.clearProperty(Lab.CHECKOUT);

        assertThrows(AssumptionViolatedException.class, Lab::assumed);
    }

    private void script(String body) throws IOException {
        Path program = checkout.getRoot().toPath().resolve("perceus");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
