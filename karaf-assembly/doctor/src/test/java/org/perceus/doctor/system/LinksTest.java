package org.perceus.doctor.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Test;
import org.perceus.doctor.Fakes;
import org.perceus.doctor.address.Mac;

public class LinksTest {
    private static final String BRIDGES =
            "[{},{\"ifname\":\"br0\",\"flags\":[\"BROADCAST\",\"UP\",\"LOWER_UP\"],\"mtu\":1500,\"address\":\"02:00:00:00:00:01\","
                    + "\"linkinfo\":{\"info_kind\":\"bridge\",\"info_data\":{\"forward_delay\":1500,\"stp_state\":1}},"
                    + "\"addr_info\":[{\"family\":\"inet6\",\"local\":\"fe80::1\",\"prefixlen\":64},"
                    + "{\"family\":\"inet\",\"local\":\"10.10.0.1\",\"prefixlen\":24}]},"
                    + "{\"ifname\":\"br1\",\"flags\":[\"NO-CARRIER\",\"UP\"],\"mtu\":9000,"
                    + "\"linkinfo\":{\"info_kind\":\"bridge\",\"info_data\":{\"forward_delay\":1500,\"stp_state\":0}}}]";

    @Test
    public void readsWhatIpPrints() throws Exception {
        Links links = new Links(new Fakes.Programs().print("addr show", BRIDGES));
        List<Link> all = links.all();
        assertEquals(2, all.size());
        assertTrue(all.get(0).isBridge() && all.get(0).carrier());
        assertEquals(List.of(new Link.Address(Fakes.SERVER, 24)), all.get(0).addresses());
        assertEquals(Optional.of(new Mac("02:00:00:00:00:01")), all.get(0).card());
        assertEquals(OptionalInt.of(1500), all.get(0).forwardDelay());
        assertFalse(all.get(1).carrier());
        assertEquals(
                "without spanning tree nothing is held back",
                OptionalInt.empty(),
                all.get(1).forwardDelay());
        assertEquals(Optional.empty(), links.find("eth0"));
    }

    @Test
    public void saysWhenThereIsNoIp() {
        assertEquals(
                "there is no program ip: install iproute2",
                assertThrows(IOException.class, () -> new Links(new Fakes.Programs()).all())
                        .getMessage());
    }
}
