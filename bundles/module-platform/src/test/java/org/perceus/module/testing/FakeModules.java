package org.perceus.module.testing;

import java.time.Duration;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.DirectStart;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** A registry whose modules come and go as a test says. */
public final class FakeModules {
    private final DefaultModuleRegistry registry;

    public FakeModules() {
        this(Duration.ofSeconds(2));
    }

    /** @param callLimit how long a call of a module may take */
    public FakeModules(Duration callLimit) {
        this.registry = new DefaultModuleRegistry(() -> callLimit);
    }

    /** A method that needs a kernel and a root, which may be loaded at once, and renders two words. */
    public static class Method implements ProvisioningMethod {
        @Override
        public void build(CapsuleBuild build) throws ProvisioningException {
            build.publishKernel("kernel");
            build.publishInitramfs("root");
        }

        @Override
        public MethodScript render(NodeView node) throws ProvisioningException {
            return MethodScript.of(
                            NodeScript.builder()
                                    .fetch(node.artifact("root"), "root")
                                    .build(),
                            NodeScript.builder().call("enter_kexec").build())
                    .orDirectly(
                            new DirectStart(node.artifact("kernel"), node.artifact("root"), node.kernelArguments()));
        }
    }

    /** A share that is one step. */
    public static ConfigurationModule step(String name) {
        return node -> NodeScript.builder().step(name).build();
    }

    /** The registry. */
    public DefaultModuleRegistry registry() {
        return registry;
    }

    /** The methods and configuration modules that the engine's defaults name. */
    public FakeModules withDefaults() {
        add(new FakeService("stateless-ram", 1), new Method());
        add(new FakeService("hostname", 2).order(20), step("hostname"));
        add(new FakeService("network", 3).order(30), step("network"));
        return this;
    }

    /** A method comes. */
    public FakeModules add(FakeService service, ProvisioningMethod method) {
        registry.bindMethod(method, service.reference());
        return this;
    }

    /** A configuration module comes. */
    public FakeModules add(FakeService service, ConfigurationModule module) {
        registry.bindConfiguration(module, service.reference());
        return this;
    }

    /** A module goes. */
    public FakeModules remove(long serviceId) {
        FakeService service = new FakeService("any", serviceId);
        registry.unbindMethod(service.reference());
        registry.unbindConfiguration(service.reference());
        return this;
    }
}
