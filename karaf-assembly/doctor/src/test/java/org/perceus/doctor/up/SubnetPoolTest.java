package org.perceus.doctor.up;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.program.RefusedException;

public class SubnetPoolTest {
    @Test
    public void takesTheUpperHalfWithoutWhatIsTaken() throws Exception {
        assertEquals("10.10.0.128-10.10.0.254", derived("10.10.0.1", 24));
        assertEquals("10.10.0.128-10.10.0.253", derived("10.10.0.254", 24));
        assertEquals("10.10.0.151-10.10.0.253", derived("10.10.0.150", 24, "10.10.0.254"));
        assertEquals("10.0.128.0-10.0.131.231", derived("10.0.0.1", 16));
        assertEquals("10.0.0.2-10.0.0.2", derived("10.0.0.1", 30));
    }

    @Test
    public void saysWhereThereIsNoRoom() {
        assertTrue(refused("10.0.0.1", 31, "").contains("no room for nodes"));
        assertTrue(refused("10.0.0.2", 30, "").contains("say which are with --pool"));
        assertTrue(refused("10.0.0.1", 24, "10.0.1.5-10.0.1.9").contains("it can be from 10.0.0.1 to 10.0.0.254"));
        assertTrue(refused("10.0.0.7", 24, "10.0.0.5-10.0.0.9").contains("contains 10.0.0.7, which is"));
        assertTrue(refused("10.0.0.1", 24, "10.0.0.5-10.0.0.255").contains("is not in the subnet 10.0.0.0/24"));
    }

    private static String derived(String address, int length, String... taken) throws RefusedException {
        return new SubnetPool(ground(address, length, taken))
                .take(Optional.empty())
                .toString();
    }

    private static String refused(String address, int length, String pool) {
        Optional<AddressRange> wished =
                Optional.of(pool).filter(text -> !text.isEmpty()).map(AddressRange::parse);
        return assertThrows(RefusedException.class, () -> new SubnetPool(ground(address, length)).take(wished))
                .getMessage();
    }

    private static Ground ground(String address, int length, String... taken) {
        Set<Ipv4> all = Stream.concat(Stream.of(address), Stream.of(taken))
                .map(Ipv4::parse)
                .collect(Collectors.toSet());
        return new Ground("eth1", Ipv4.parse(address), length, Optional.empty(), all);
    }
}
