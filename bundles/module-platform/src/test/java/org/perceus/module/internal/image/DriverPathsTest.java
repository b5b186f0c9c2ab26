package org.perceus.module.internal.image;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class DriverPathsTest {
    private final DriverPaths drivers = new DriverPaths("6.1.0");

    @Test
    public void takesWhatLeadsToARoot() {
        takes(
                "/usr",
                "/usr/lib",
                "/usr/lib/modules",
                "/usr/lib/modules/6.1.0",
                "/lib",
                "/lib/modules/6.1.0/modules.dep");
        takes("/usr/lib/modules/6.1.0/kernel/drivers", "/usr/lib/modules/6.1.0/kernel/drivers/net");
        takes("/usr/lib/modules/6.1.0/kernel/drivers/net/virtio_net.ko.zst");
        takes("/usr/lib/modules/6.1.0/kernel/drivers/usb", "/usr/lib/modules/6.1.0/kernel/drivers/usb/storage/uas.ko");
        takes("/usr/lib/modules/6.1.0/kernel/fs/nfs/nfsv4.ko");
    }

    @Test
    public void leavesTheRest() {
        leaves("/etc", "/usr/bin", "/usr/lib/systemd", "/lib/firmware", "/usr/lib/modules/5.10.0");
        leaves("/usr/lib/modules/6.1.0/build", "/usr/lib/modules/6.1.0/kernel/sound");
        leaves("/usr/lib/modules/6.1.0/kernel/drivers/net/wireless", "/usr/lib/modules/6.1.0/kernel/drivers/gpu");
        leaves("/usr/lib/modules/6.1.0/kernel/drivers/network");
    }

    private void takes(String... paths) {
        for (String path : paths) {
            assertTrue(path, drivers.test(path));
        }
    }

    private void leaves(String... paths) {
        for (String path : paths) {
            assertFalse(path, drivers.test(path));
        }
    }
}
