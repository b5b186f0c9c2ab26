package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.ProvisioningException;

/** The contract of a configuration module: what {@link ModuleContract} demands, and that its share runs to its end. */
public abstract class ConfigurationContract extends ModuleContract<ConfigurationModule> {
    /** Calls the constructor of the contract. */
    protected ConfigurationContract() {
        super(ConfigurationModule.class);
    }

    @Override
    final TestNode node() {
        TestNode node = new TestNode();
        configure(node);
        return node;
    }

    @Override
    final String render(ConfigurationModule module, TestNode node) throws ProvisioningException {
        return module.render(node).text();
    }

    @Override
    final String remark(ConfigurationModule module) {
        return module.remark();
    }

    @Override
    final List<NodeSetting<?>> settings(ConfigurationModule module) {
        return module.settings();
    }

    @Test
    public void theShareRunsToItsEnd() throws Exception {
        assertRuns(node());
    }

    @Test
    public void aBareNetworkIsEnough() throws Exception {
        TestNode node = node().onBareNetwork();
        if (renderOrRefuse("a network without gateway, name servers and domain", service(), node)
                .isPresent()) {
            assertRuns(node);
        }
    }

    private void assertRuns(TestNode node) throws Exception {
        ScriptRun run = run(render(service(), node) + "note the_end\n");
        assertEquals("the share failed: " + run.calls() + run.errors(), 0, run.status());
        assertEquals(
                "the last call",
                "the_end",
                run.calls().get(run.calls().size() - 1).get(0));
    }
}
