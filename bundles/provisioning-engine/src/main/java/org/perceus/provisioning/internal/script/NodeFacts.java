package org.perceus.provisioning.internal.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;
import org.perceus.address.VlanId;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.capsule.CapsuleFacts;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.spi.Artifact;
import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.KernelArgument;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.hardware.Hardware;

/**
 * A planned node as modules see it.
 *
 * @param plan the plan
 * @param inventory what machines have
 * @param machine the machine as Perceus OS saw it
 * @param serverAddress this server as the node sees it
 * @param nameServers whom the node asks for names, each in dotted decimal
 * @param defaultKernelArguments for a node without the setting
 * @param addedArguments what modules add to its kernel arguments
 */
record NodeFacts(
        Plan.Provision plan,
        HardwareInventory inventory,
        SeenMachine machine,
        String serverAddress,
        List<String> nameServers,
        String defaultKernelArguments,
        List<KernelArgument> addedArguments)
        implements NodeView, NetworkView {
    /** The same with what one more module adds to its kernel arguments. */
    NodeFacts with(List<KernelArgument> arguments) {
        List<KernelArgument> all =
                Stream.concat(addedArguments.stream(), arguments.stream()).toList();
        return new NodeFacts(plan, inventory, machine, serverAddress, nameServers, defaultKernelArguments, all);
    }

    @Override
    public String name() {
        return plan.node().name().value();
    }

    @Override
    public String mac() {
        return machine.cardOf(plan.node()).toString();
    }

    @Override
    public long memoryKib() {
        return machine.memoryKib();
    }

    @Override
    public String group() {
        return plan.node().group().value();
    }

    @Override
    public NetworkView network() {
        return this;
    }

    @Override
    public CapsuleView capsule() {
        return new CapsuleFacts(plan.capsule());
    }

    @Override
    public Optional<Hardware> hardware() {
        return inventory.of(plan.node().mac());
    }

    @Override
    public Optional<String> setting(String key) {
        return NodeSettings.of(plan.node(), plan.registry(), new SettingKey(key));
    }

    @Override
    public SortedMap<String, String> settings() {
        return SiteNodes.settings(plan.node(), plan.registry());
    }

    @Override
    public List<RegisteredNode> nodes() {
        return new SiteNodes(plan.registry(), inventory);
    }

    @Override
    public String kernelArguments() {
        String line = NodeSettings.of(plan.node(), plan.registry(), NodeSettings.KERNEL_ARGUMENTS)
                .orElse(defaultKernelArguments);
        return KernelLine.with(line, addedArguments);
    }

    @Override
    public Artifact artifact(String role) throws ProvisioningException {
        Artifact artifact = plan.image().artifacts().get(role);
        if (artifact == null) {
            throw new ProvisioningException(
                    "nothing was published of " + plan.capsule().id() + " as '" + role + "'");
        }
        return artifact;
    }

    @Override
    public String tree() throws ProvisioningException {
        return plan.image()
                .tree()
                .orElseThrow(() -> new ProvisioningException(
                        "the root of " + plan.capsule().id() + " was not unpacked"));
    }

    @Override
    public String address() {
        return plan.node().address().orElseThrow().toString();
    }

    @Override
    public int prefixLength() {
        return plan.network().subnet().prefixLength();
    }

    @Override
    public OptionalInt vlan() {
        return machine.vlan()
                .or(() -> NodeSettings.bootVlan(plan.node(), plan.registry()))
                .map(VlanId::number)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    @Override
    public Optional<String> gateway() {
        return plan.network().router().map(Ipv4Address::toString);
    }

    @Override
    public Optional<String> domain() {
        return plan.network().domain();
    }
}
