package org.perceus.provisioning.internal.judge;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;

public class DepartureTest {
    private static final String AGAIN = "it began again 40 s after its kernel was entered, without ready";

    @Test
    public void aKnownLineIsTheReason() {
        assertEquals(
                AGAIN + "; the last line was: reboot: Restarting system"
                        + " (a program of the system restarted it: its console says which)",
                reason("[   37.063410] reboot: Restarting system", "its disk is away"));
    }

    @Test
    public void whatTheSystemSaidCountsMoreThanAnyOtherLine() {
        assertEquals(
                AGAIN + "; before that: its disk is away", reason("systemd[1]: Starting udev...", "its disk is away"));
    }

    @Test
    public void anyOtherLineIsSaidForWhatItIs() {
        assertEquals(
                AGAIN
                        + ": the system restarted itself, or somebody did; the last line was: systemd[1]: Starting udev...",
                reason("[   37.063410] systemd[1]: Starting udev...", ""));
    }

    private static String reason(String line, String trouble) {
        List<BootEvent> events = new ArrayList<>();
        events.add(new BootEvent(Instant.ofEpochSecond(100), NodeState.STARTING, "start", Optional.empty()));
        if (!trouble.isEmpty()) {
            events.add(new BootEvent(
                    Instant.ofEpochSecond(120), NodeState.STARTING, BootEvent.TROUBLE, Optional.of(trouble)));
        }
        Boot boot = new Boot(new BootId(new MacAddress(2), 90_000), events, Optional.empty());
        return new Departure(boot, Instant.ofEpochSecond(140), Optional.of(line)).reason();
    }
}
