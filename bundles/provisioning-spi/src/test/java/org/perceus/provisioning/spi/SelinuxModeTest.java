package org.perceus.provisioning.spi;

import static org.junit.Assert.assertEquals;
import static org.perceus.provisioning.spi.SelinuxMode.DISABLED;
import static org.perceus.provisioning.spi.SelinuxMode.ENFORCING;
import static org.perceus.provisioning.spi.SelinuxMode.PERMISSIVE;

import org.junit.Test;

public class SelinuxModeTest {
    @Test
    public void theKernelIsToldMoreThanTheConfigurationSays() {
        assertEquals(ENFORCING, PERMISSIVE.with("quiet  enforcing=1"));
        assertEquals(PERMISSIVE, ENFORCING.with(" enforcing=0 quiet"));
    }

    @Test
    public void otherArgumentsChangeNothing() {
        assertEquals(ENFORCING, ENFORCING.with(""));
        assertEquals(PERMISSIVE, PERMISSIVE.with("noenforcing=1 enforcing=11 security=selinux"));
    }

    @Test
    public void aSystemThatDoesNotWantItIsNotMadeToEnforce() {
        assertEquals(DISABLED, DISABLED.with("security=selinux enforcing=1"));
    }
}
