package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.perceus.node.internal.registry.TestSite.ROOT;
import static org.perceus.node.internal.registry.TestSite.changed;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;
import static org.perceus.node.internal.registry.TestSite.rejected;
import static org.perceus.node.internal.registry.TestSite.spec;
import static org.perceus.node.internal.registry.TestSite.to;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.ChangeResult;
import org.perceus.node.Name;
import org.perceus.node.NodeAdmin;
import org.perceus.node.RegistrySnapshot;

public class DryRunTest {
    private static final Name RACK = new Name("rack1");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        site.network("lan", "10.10.0.0/24", "10.10.0.1-10.10.0.9");
        site.own("10.10.0.1");
        changed(site.registry.add(List.of(spec(1, "a", "10.10.0.2"), spec(2, "b", null)), ROOT));
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void decidesAsTheDeedDoes() {
        decidesAlike(admin -> admin.add(List.of(spec(3, null, null), spec(4, "n0000", "10.10.0.4")), ROOT));
        decidesAlike(admin -> admin.set(List.of(mac(1)), to("name", "c"), ROOT));
        decidesAlike(admin -> admin.set(List.of(mac(1), mac(2)), to("capsule", "x"), ROOT));
        decidesAlike(admin -> admin.setGroups(List.of(RACK), to("capsule", "x"), ROOT));
        decidesAlike(admin -> admin.approve(List.of(mac(1)), ROOT));
        decidesAlike(admin -> admin.discover(mac(5), TestSite.LINK, Optional.empty()));
        decidesAlike(admin -> admin.delete(List.of(mac(1)), ROOT));
    }

    @Test
    public void refusesWhatTheDeedRefuses() {
        for (String address :
                List.of("10.10.0.255", "10.10.0.0", "10.10.0.254", "10.10.0.1", "10.10.0.2", "10.9.0.9")) {
            refusesAlike(admin -> admin.add(List.of(spec(3, null, address)), ROOT));
            refusesAlike(admin -> admin.set(List.of(mac(2)), to("address", address), ROOT));
        }
        refusesAlike(admin -> admin.set(List.of(mac(1)), to("address", "banana"), ROOT));
        for (String name : List.of("a", "localhost", "7")) {
            refusesAlike(admin -> admin.add(List.of(spec(3, name, null)), ROOT));
            refusesAlike(admin -> admin.set(List.of(mac(2)), to("name", name), ROOT));
        }
        refusesAlike(admin -> admin.set(List.of(mac(1), mac(2)), to("name", "c"), ROOT));
        refusesAlike(admin -> admin.setGroups(List.of(RACK), to("name", "foo"), ROOT));
        refusesAlike(admin -> admin.approve(List.of(mac(9)), ROOT));
        refusesAlike(admin -> admin.delete(List.of(mac(9)), ROOT));
    }

    @Test
    public void nothingIsPublishedNorStored() {
        RegistrySnapshot before = site.registry.snapshot();
        NodeAdmin dry = site.registry.dryRun();
        changed(dry.add(List.of(spec(3, null, null)), ROOT));
        changed(dry.delete(List.of(mac(1)), ROOT));
        changed(dry.setGroups(List.of(RACK), to("capsule", "x"), ROOT));
        assertEquals(before, site.registry.snapshot());
        site.close();
        site = new TestSite(folder.getRoot().toPath().resolve("r.db"));
        assertEquals(before.nodes(), site.registry.snapshot().nodes());
        assertEquals(before.groups(), site.registry.snapshot().groups());
    }

    private void decidesAlike(Function<NodeAdmin, CompletionStage<ChangeResult>> request) {
        var tried = changed(request.apply(site.registry.dryRun().dryRun()));
        assertEquals(tried, changed(request.apply(site.registry)));
    }

    private void refusesAlike(Function<NodeAdmin, CompletionStage<ChangeResult>> request) {
        RegistrySnapshot before = site.registry.snapshot();
        assertEquals(rejected(request.apply(site.registry.dryRun())), rejected(request.apply(site.registry)));
        assertEquals(get(request.apply(site.registry.dryRun())), get(request.apply(site.registry)));
        assertEquals(before, site.registry.snapshot());
    }
}
