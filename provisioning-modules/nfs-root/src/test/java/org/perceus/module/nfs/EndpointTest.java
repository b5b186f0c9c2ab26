package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class EndpointTest {
    @Test
    public void theNetworkOfTheAddressMayMount() {
        assertEquals(
                Optional.of(new Endpoint("127.0.0.1", List.of("127.0.0.0/8"))), Endpoint.of("127.0.0.1", List.of()));
    }

    @Test
    public void theAdministratorNamesOthers() {
        List<String> clients = List.of("10.0.0.0/8", "192.168.7.0/24");
        assertEquals(Optional.of(new Endpoint("10.1.2.3", clients)), Endpoint.of("10.1.2.3", clients));
    }

    @Test
    public void anAddressThatNoInterfaceHasIsNotServed() {
        assertEquals(Optional.empty(), Endpoint.of("203.0.113.9", List.of()));
    }
}
