package org.perceus.node.internal.registry;

import java.net.Inet4Address;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.node.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Changed;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.OwnAddresses;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingRules;
import org.perceus.node.SettingRules.Owner;
import org.perceus.node.internal.change.Advisers;
import org.perceus.node.internal.change.Change;
import org.perceus.node.internal.journal.BootEraser;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.network.NetworkSource;
import org.perceus.node.internal.network.NetworkSources;
import org.perceus.node.internal.site.NodeConfig;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.Published;
import org.perceus.node.internal.store.RegistryStore;
import org.perceus.node.internal.store.StoreBusyException;
import org.perceus.node.internal.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry: reads come from the published snapshot, changes go through the store. */
@Component(
        service = {NodeRegistry.class, NodeAdmin.class},
        configurationPid = "org.perceus.node",
        immediate = true)
@Designate(ocd = NodeConfig.class)
public final class DefaultNodeRegistry extends ChangeRequests implements NodeRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultNodeRegistry.class);
    private static final String FILE = "etc/org.perceus.node.cfg: ";

    private final RegistryStore store;
    private final Published published;
    private final NetworkSources networks;
    private final Advisers advisers = new Advisers();
    private final ChangeWriter writer;
    private final AutoCloseable publishing;
    private volatile List<String> misread = List.of();

    /** Reads configuration and database. */
    @Activate
    public DefaultNodeRegistry(
            @Reference RegistryStore store, @Reference BootEraser boots, Map<String, Object> properties) {
        this(store, boots, properties, Clock.systemUTC());
    }

    DefaultNodeRegistry(RegistryStore store, BootEraser boots, Map<String, ?> properties, Clock clock) {
        this.store = store;
        this.published = new Published(read(properties));
        this.networks = new NetworkSources(published::networks, LOG::error);
        this.writer = new ChangeWriter(published, boots, clock, advisers);
        store.submit(writer.load()).toCompletableFuture().join();
        this.publishing = store.afterCommit(writer::publish);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNetwork(NetworkSource source, Map<String, Object> properties) {
        networks.add(source);
    }

    void unbindNetwork(NetworkSource source, Map<String, Object> properties) {
        networks.remove(source);
    }

    void updatedNetwork(NetworkSource source, Map<String, Object> properties) {
        networks.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindOwn(OwnAddresses added) {
        advisers.add(added);
    }

    void unbindOwn(OwnAddresses removed) {
        advisers.remove(removed);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindRules(SettingRules added) {
        advisers.add(added);
        objections(added).forEach(LOG::error);
    }

    void unbindRules(SettingRules removed) {
        advisers.remove(removed);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        published.policy(read(properties));
        objections(advisers::objection).forEach(LOG::error);
    }

    @Deactivate
    void close() throws Exception {
        publishing.close();
    }

    @Override
    public RegistrySnapshot snapshot() {
        return published.current();
    }

    @Override
    public List<String> complaints() {
        return Stream.concat(misread.stream(), objections(advisers::objection).stream())
                .toList();
    }

    @Override
    public Optional<String> objection(Node node) {
        AddressRules rules = new AddressRules(published.current().networkSet(), advisers.ownAddresses());
        return node.address()
                .flatMap(rules::objection)
                .map(reason -> reason + " ('perceus node set address=ADDRESS " + node.name() + "')");
    }

    @Override
    public CompletionStage<ChangeResult> discover(MacAddress mac, Inet4Address link, Optional<Inet4Address> wanted) {
        Optional<Node> known =
                snapshot().node(mac).filter(node -> node.address().isPresent());
        return known.isPresent()
                ? CompletableFuture.completedStage(new Changed(List.of(known.get())))
                : super.discover(mac, link, wanted);
    }

    @Override
    public NodeAdmin dryRun() {
        return new DryRun();
    }

    @Override
    CompletionStage<ChangeResult> request(Change change, Author author) {
        return submit(writer.work(change, author));
    }

    private CompletionStage<ChangeResult> submit(Work<ChangeResult> work) {
        return store.submit(work).exceptionally(failure -> {
            if (failure instanceof StoreBusyException) {
                return new Rejected(failure.getMessage());
            }
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }

    private SitePolicy read(Map<String, ?> properties) {
        List<String> wrong = new ArrayList<>();
        SitePolicy policy = SitePolicy.read(properties, sentence -> wrong.add(FILE + sentence));
        wrong.forEach(LOG::error);
        misread = List.copyOf(wrong);
        return policy;
    }

    private List<String> objections(SettingRules rules) {
        return published.current().policy().settings().entrySet().stream()
                .flatMap(setting -> rules.objection(setting.getKey(), setting.getValue(), Owner.SITE).stream()
                        .map(reason -> FILE + SitePolicy.property(setting.getKey()) + ": " + reason))
                .toList();
    }

    private final class DryRun extends ChangeRequests {
        @Override
        CompletionStage<ChangeResult> request(Change change, Author author) {
            return submit(writer.trial(change));
        }

        @Override
        public NodeAdmin dryRun() {
            return this;
        }
    }
}
