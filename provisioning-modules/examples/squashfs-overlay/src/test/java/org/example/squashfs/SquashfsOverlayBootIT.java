package org.example.squashfs;

import java.nio.file.Path;
import org.junit.Test;
import org.perceus.provisioning.testkit.Lab;

/** Boots a virtual machine with this module; skipped unless {@code -Dperceus.checkout=FOLDER} says where the lab is. */
public class SquashfsOverlayBootIT {
    @Test
    public void aMachineBootsWithIt() throws Exception {
        Path jar = Path.of(System.getProperty("module.jar"));
        Lab.assumed().boot(jar, "--method", "squashfs-overlay");
    }
}
