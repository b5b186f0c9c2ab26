package org.perceus.provisioning;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class NearestWordTest {
    @Test
    public void theNearestWordIsFound() {
        assertEquals(Optional.of("name"), NearestWord.to("nmae", List.of("name", "node")));
        assertEquals(Optional.of("node list"), NearestWord.to("node lits", List.of("node list", "node set")));
        assertEquals(Optional.empty(), NearestWord.to("frobnicate", List.of("node list", "info")));
    }
}
