package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Node;
import org.perceus.node.internal.network.NetworkSource;

/** Nodes whose addresses were good when they were given. */
public class LostAddressTest {
    private static final String REMEDY = " ('perceus node set address=ADDRESS n7')";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;
    private NetworkSource network;
    private Node node;

    @Before
    public void open() {
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        network = site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
        node = changed(site.registry.add(List.of(spec(7, "n7", "10.10.0.7")), ROOT))
                .get(0);
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void nothingIsWrongWithAnAddressThatIsStillGood() {
        site.own("10.10.0.8");
        assertEquals(Optional.empty(), site.registry.objection(node));
    }

    @Test
    public void theServerTookIt() {
        site.own("10.10.0.7");
        assertEquals(
                Optional.of("10.10.0.7 is this server's own address: use another" + REMEDY),
                site.registry.objection(node));
    }

    @Test
    public void itsNetworkIsAnother() {
        site.registry.unbindNetwork(network, Map.of());
        site.network("lan", "10.20.0.0/24", "10.20.0.100-10.20.0.199");
        assertEquals(
                Optional.of("10.10.0.7 is in no provisioning network: there is lan 10.20.0.0/24" + REMEDY),
                site.registry.objection(node));
    }
}
