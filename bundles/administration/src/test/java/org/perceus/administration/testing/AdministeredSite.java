package org.perceus.administration.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.administration.Account;
import org.perceus.administration.Administrator;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.GroupDeeds;
import org.perceus.administration.HistoryDeeds;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.administration.Outcome;
import org.perceus.administration.Permission;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.administration.internal.node.PartsOfNodes;
import org.perceus.ledger.internal.store.SqliteDatabase;
import org.perceus.module.ModuleInfo;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.registry.TestSite;
import org.perceus.node.testing.MemoryOperations;
import org.perceus.provisioning.NodeKeys;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.internal.setting.SettingCatalog;
import org.perceus.provisioning.internal.setting.SettingForms;

/** Deeds on a real registry over a ledger in a file, with a network 10.10.0.0/24, whose server is 10.10.0.1. */
public final class AdministeredSite implements AutoCloseable {
    public static final Administrator ROOT =
            new Administrator(new Account("root", Account.Origin.SYSTEM), "perceus test", "");

    public final TestSite site;
    public final FakeLibrary library = new FakeLibrary();
    public final FakeModules modules = new FakeModules();
    public final MemoryOperations operations = new MemoryOperations();
    public final Map<MacAddress, String> keys = new HashMap<>();
    public final TestDeeds deeds;
    public final NodeDeeds nodes;
    public final GroupDeeds groups;
    public final BootDeeds boots;
    public final HistoryDeeds history;
    public NodePreview preview = node -> new PreviewResult.Shares(List.of());

    /** Everything is allowed to everybody. */
    public AdministeredSite(Path folder) {
        this(folder, who -> Optional.empty());
    }

    public AdministeredSite(Path folder, Permission permission) {
        site = new TestSite(new SqliteDatabase(folder.resolve("ledger.db")), Map.of("approve", "manual"));
        site.network("lan", "10.10.0.0/24", "10.10.0.1-10.10.0.200");
        site.own("10.10.0.1");
        site.rules(new SettingForms());
        library.capsules.add(FakeLibrary.capsule("debian-12@2"));
        for (String name : List.of("stateless-ram", "nfs-root")) {
            modules.all.add(FakeModules.module(name, ModuleInfo.Kind.METHOD));
        }
        modules.all.add(FakeModules.module("hostname", ModuleInfo.Kind.CONFIGURATION));
        SettingCatalog catalog =
                new SettingCatalog(modules, List::of, site.registry, library, modules, new EmptyRegistry());
        NodeParts parts =
                PartsOfNodes.of(site.registry, site.registry, site.history, catalog, node -> preview.preview(node));
        PartsOfNodes.with(parts, (NodeKeys) mac -> Optional.ofNullable(keys.get(mac)));
        deeds = TestDeeds.of(permission, parts, operations, library, modules);
        nodes = deeds.nodes();
        groups = deeds.groups();
        boots = deeds.boots();
        history = deeds.history();
    }

    /** Adds nodes n1 to n… of group rack1, at 10.10.0.101 and on. */
    public AdministeredSite withNodes(int count) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            done(nodes.add(ROOT, spec(i, "n" + i, "10.10.0." + (100 + i)), false));
        }
        return this;
    }

    public Node node(String name) {
        return site.registry.snapshot().node(new Name(name)).orElseThrow();
    }

    public static MacAddress mac(int number) {
        return new MacAddress(0x525400_000000L + number);
    }

    public static NodeSpec spec(int mac, String name, String address) {
        return new NodeSpec(
                mac(mac),
                Optional.ofNullable(name).map(Name::new),
                Optional.ofNullable(address).map(Ipv4Address::parse),
                Optional.of(new Name("rack1")));
    }

    public static NodeTarget target(String... words) {
        return new NodeTarget.Named(List.of(words), false);
    }

    public static Map<SettingKey, Optional<String>> to(String key, String value) {
        return Map.of(new SettingKey(key), Optional.ofNullable(value));
    }

    public static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.result();
        }
        throw new AssertionError(outcome);
    }

    public static <T> Outcome.Refused<T> refused(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            return refused;
        }
        throw new AssertionError(outcome);
    }

    @Override
    public void close() {
        site.close();
    }
}
