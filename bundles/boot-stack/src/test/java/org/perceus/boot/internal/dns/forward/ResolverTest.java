package org.perceus.boot.internal.dns.forward;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import org.junit.Test;
import org.perceus.address.IpAddress;

public class ResolverTest {
    @Test
    public void knowsWhereItIs() throws Exception {
        Resolver resolver = new Resolver(InetAddress.getByName("10.10.0.1"), 53);
        assertTrue(resolver.isAt(IpAddress.parse("10.10.0.1"), 53));
        assertFalse(resolver.isAt(IpAddress.parse("10.10.0.1"), 5353));
        assertFalse(resolver.isAt(IpAddress.parse("10.10.0.2"), 53));
        assertTrue(new Resolver(InetAddress.getByName("fd00::1"), 53).isAt(IpAddress.parse("fd00::1"), 53));
    }
}
