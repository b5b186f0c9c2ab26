package org.perceus.simulator.node;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class IpxeScriptTest {
    @Test
    public void loadsPerceusOs() {
        IpxeScript script = IpxeScript.of("#!ipxe\necho Perceus: n1 loads Perceus OS\n"
                + "kernel --name kernel http://10.0.0.1:9870/artifact/aa initrd=initramfs"
                + " perceus.server=http://10.0.0.1:9870 perceus.claim=CLAIM perceus.mac=02:00:00:00:00:01 || goto failed\n"
                + "initrd --name initramfs http://10.0.0.1:9870/artifact/bb || goto failed\nboot || goto failed\n"
                + ":failed\necho no\nsleep 10\nreboot\n");
        assertEquals(List.of("http://10.0.0.1:9870/artifact/aa", "http://10.0.0.1:9870/artifact/bb"), script.files());
        assertEquals(Optional.of("http://10.0.0.1:9870"), script.server());
        assertEquals(Optional.of("CLAIM"), script.claim());
        assertEquals(10, script.pauseSeconds());
    }

    @Test
    public void waitsAsItIsTold() {
        IpxeScript script = IpxeScript.of("#!ipxe\necho Perceus: n1: no capsule\nsleep 25\nreboot\n");
        assertEquals(List.of(), script.files());
        assertEquals(25, script.pauseSeconds());
    }
}
