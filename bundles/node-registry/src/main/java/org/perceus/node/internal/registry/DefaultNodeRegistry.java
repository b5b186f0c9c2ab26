package org.perceus.node.internal.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.Decision;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Ledger;
import org.perceus.ledger.Projection;
import org.perceus.ledger.store.StoreBusyException;
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
import org.perceus.node.internal.change.LentAddresses;
import org.perceus.node.internal.change.RegistryTransaction;
import org.perceus.node.internal.change.Request;
import org.perceus.node.internal.network.AddressRules;
import org.perceus.node.internal.network.NetworkSource;
import org.perceus.node.internal.network.NetworkSources;
import org.perceus.node.internal.site.CurrentSite;
import org.perceus.node.internal.site.NodeConfig;
import org.perceus.node.internal.site.Site;
import org.perceus.node.internal.site.SitePolicy;
import org.perceus.node.internal.state.Documents;
import org.perceus.node.internal.state.NodeIndex;
import org.perceus.node.internal.state.RegistryState;
import org.perceus.node.internal.state.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry: reads come from the published snapshot, changes go through the ledger. */
@Component(
        service = {NodeRegistry.class, NodeAdmin.class},
        configurationPid = "org.perceus.node",
        immediate = true)
@Designate(ocd = NodeConfig.class)
public final class DefaultNodeRegistry extends ChangeRequests implements NodeRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultNodeRegistry.class);
    private static final String FILE = "etc/org.perceus.node.cfg: ";

    private final Ledger ledger;
    private final Projection<RegistryState> nodes;
    private final CurrentSite site;
    private final NetworkSources networks;
    private final Advisers advisers = new Advisers();
    private volatile List<String> misread = List.of();
    private volatile Snapshot newest;

    /** Reads configuration and ledger. */
    @Activate
    public DefaultNodeRegistry(@Reference Ledger ledger, Map<String, Object> properties) {
        this.ledger = ledger;
        this.site = new CurrentSite(read(properties));
        this.networks = new NetworkSources(site::networks, LOG::error);
        this.nodes =
                ledger.project(Set.of(Documents.NODE, Documents.GROUP), RegistryState.empty(), RegistryState::with);
        this.newest = new Snapshot(
                nodes.state().index(),
                site.current().networkSet(),
                site.current().policy());
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindLent(LentAddresses added) {
        advisers.lent(added);
    }

    void unbindLent(LentAddresses removed) {
        advisers.lentNoMore(removed);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        site.policy(read(properties));
        objections(advisers::objection).forEach(LOG::error);
    }

    @Deactivate
    void close() {
        nodes.close();
    }

    /** The same one for as long as nothing changes, so that whoever works something out of it can tell. */
    @Override
    public RegistrySnapshot snapshot() {
        Snapshot last = newest;
        Site now = site.current();
        NodeIndex index = nodes.state().index();
        if (last.index() == index && last.networkSet() == now.networkSet() && last.policy() == now.policy()) {
            return last;
        }
        Snapshot fresh = new Snapshot(index, now.networkSet(), now.policy());
        newest = fresh;
        return fresh;
    }

    @Override
    public List<String> complaints() {
        return Stream.concat(misread.stream(), objections(advisers::objection).stream())
                .toList();
    }

    @Override
    public Optional<String> objection(Node node) {
        return node.address()
                .flatMap(this::objection)
                .map(reason -> reason + " ('perceus node set address=ADDRESS " + node.name() + "')");
    }

    @Override
    public Optional<String> objection(Ipv4Address address) {
        return new AddressRules(site.current().networkSet(), advisers.ownAddresses()).objection(address);
    }

    @Override
    public CompletionStage<ChangeResult> discover(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted) {
        Optional<Node> known =
                snapshot().nodeOf(mac).filter(node -> node.address().isPresent());
        return known.isPresent()
                ? CompletableFuture.completedStage(new Changed(List.of(known.get())))
                : super.discover(mac, link, wanted);
    }

    @Override
    public NodeAdmin dryRun() {
        return new DryRun();
    }

    @Override
    CompletionStage<ChangeResult> request(Request request, Author author) {
        return nodes.append(decision(request), author).exceptionally(failure -> {
            if (failure instanceof StoreBusyException) {
                return new Rejected(failure.getMessage());
            }
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }

    @Override
    CompletionStage<Optional<Change>> change(long id) {
        return ledger.change(id);
    }

    @Override
    CompletionStage<Optional<DroppedChanges>> dropped() {
        return ledger.dropped();
    }

    private Decision<RegistryState, ChangeResult> decision(Request request) {
        return state -> {
            RegistryTransaction transaction = new RegistryTransaction(state, site.current(), advisers);
            return transaction.outcome(request.decide(transaction));
        };
    }

    private SitePolicy read(Map<String, ?> properties) {
        List<String> wrong = new ArrayList<>();
        SitePolicy policy = SitePolicy.read(properties, sentence -> wrong.add(FILE + sentence));
        wrong.forEach(LOG::error);
        misread = List.copyOf(wrong);
        return policy;
    }

    private List<String> objections(SettingRules rules) {
        return site.current().policy().settings().entrySet().stream()
                .flatMap(setting -> rules.objection(setting.getKey(), setting.getValue(), Owner.SITE).stream()
                        .map(reason -> FILE + SitePolicy.property(setting.getKey()) + ": " + reason))
                .toList();
    }

    private final class DryRun extends ChangeRequests {
        @Override
        CompletionStage<ChangeResult> request(Request request, Author author) {
            return CompletableFuture.completedStage(nodes.dryRun(decision(request)));
        }

        @Override
        CompletionStage<Optional<Change>> change(long id) {
            return ledger.change(id);
        }

        @Override
        CompletionStage<Optional<DroppedChanges>> dropped() {
            return ledger.dropped();
        }

        @Override
        public NodeAdmin dryRun() {
            return this;
        }
    }
}
