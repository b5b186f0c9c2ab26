package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** The contract of a provisioning method: what {@link ModuleContract} demands, and that it builds what it refers to. */
public abstract class MethodContract extends ModuleContract<ProvisioningMethod> {
    private static final String RETURNED = "the_script_returned";

    private TestBuild build;

    /** Calls the constructor of the contract. */
    protected MethodContract() {
        super(ProvisioningMethod.class);
    }

    /** Gives the capsule what the module needs of it, such as a file. */
    protected void prepare(TestBuild build) {
        // most modules need nothing
    }

    /** Whether {@code build} can work on this machine; a test may answer whether a program that it needs is there. */
    protected boolean canBuild() {
        return true;
    }

    @Override
    final TestNode node() throws Exception {
        assumeTrue("this machine has what the module's build needs", canBuild());
        if (build == null) {
            TestBuild fresh = new TestBuild(folder.newFolder().toPath());
            prepare(fresh);
            service().build(fresh);
            build = fresh;
        }
        TestNode node = new TestNode().with(build);
        if (build.tree().isEmpty()) {
            node.withoutTree();
        }
        configure(node);
        return node;
    }

    @Override
    final String render(ProvisioningMethod module, TestNode node) throws ProvisioningException {
        MethodScript script = module.render(node);
        return script.prepare().text() + "step 'configure the node'\n"
                + script.enter().text();
    }

    @Override
    final String remark(ProvisioningMethod module) {
        return module.remark();
    }

    @Override
    final List<NodeSetting<?>> settings(ProvisioningMethod module) {
        return module.settings();
    }

    @Test
    public void theScriptEntersTheSystem() throws Exception {
        ScriptRun run = run(render(service(), node()) + "note " + RETURNED + "\n");
        assertEquals("the script failed: " + run.calls() + run.errors(), 0, run.status());
        assertFalse("the script returned instead of entering a system: " + run.calls(), run.called(RETURNED));
    }

    @Test
    public void withoutAnArtifactItRefuses() throws Exception {
        TestNode asked = node();
        render(service(), asked);
        Set<String> roles = asked.artifactsAsked();
        assertTrue(
                "build publishes what render asks for",
                build.artifacts().keySet().containsAll(roles));
        for (String role : roles) {
            boolean refused = renderOrRefuse("a capsule without " + role, service(), node().withoutArtifact(role))
                    .isEmpty();
            assertTrue("a script was rendered without the artifact " + role, refused);
        }
        if (!roles.isEmpty()) {
            TestNode bare = new TestNode().withoutTree();
            configure(bare);
            assertTrue(
                    "a script was rendered for a capsule that was not built",
                    renderOrRefuse("a capsule that was not built", service(), bare)
                            .isEmpty());
        }
    }
}
