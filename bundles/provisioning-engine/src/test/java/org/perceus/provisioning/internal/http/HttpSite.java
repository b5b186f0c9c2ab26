package org.perceus.provisioning.internal.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.perceus.address.IpAddress;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeMissingModules;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.boot.BootChoices;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.DirectTries;
import org.perceus.provisioning.internal.boot.TreeTenants;
import org.perceus.provisioning.internal.capsule.TestImages;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.config.FakeConfig;
import org.perceus.provisioning.internal.hardware.ReportedHardware;
import org.perceus.provisioning.internal.judge.TestJudge;
import org.perceus.provisioning.internal.names.GivenNameServers;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;
import org.perceus.provisioning.internal.os.TestRelease;
import org.perceus.provisioning.internal.plan.Planner;
import org.perceus.provisioning.internal.plan.Requirements;
import org.perceus.provisioning.internal.proof.KeyGate;
import org.perceus.provisioning.internal.proof.NodeProofs;
import org.perceus.provisioning.internal.proof.ShownKeys;
import org.perceus.provisioning.internal.script.ScriptComposer;
import org.perceus.provisioning.internal.script.ShareRenderer;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.StrangerRig;

/** The whole HTTP side with one node that can be provisioned and is in Perceus OS. */
final class HttpSite {
    final FakeJournal journal = new FakeJournal();
    final FakeRegistry registry = new FakeRegistry().with(Samples.node("capsule", "debian-12"));
    BootId boot = new BootId(Samples.MAC, 1_000);
    final TestImages images;
    final ClaimAuthority claims;
    final ReportedHardware hardware = new ReportedHardware(journal);
    final BootTracker tracker = new BootTracker(journal);
    final TreeTenants tenants = new TreeTenants(tracker, journal, registry);
    final TestJudge judging = new TestJudge(registry, journal, tracker);
    final ServedInterfaces interfaces = new ServedInterfaces();
    final StrangerRig strangers = new StrangerRig(registry, interfaces, new FakeClock());
    final ShownKeys shownKeys = new ShownKeys();
    final NodeProofs proofs = new NodeProofs(tracker, shownKeys);
    final ScriptQueue queue = new ScriptQueue();
    final NodeEndpoint nodes;
    final DirectStarts directs;
    final InstalledPerceusOs os;
    String claim;
    IpAddress peer = Samples.ADDRESS;

    HttpSite(Path folder) throws Exception {
        EngineConfiguration config = FakeConfig.in(folder);
        images = new TestImages(folder.resolve("images"));
        images.modules.withDefaults();
        images.library.with(Samples.capsule("debian-12@1", 'c'));
        images.prepare("debian-12@1", "stateless-ram");
        claims = new ClaimAuthority(config, journal);
        os = TestRelease.installed(folder.resolve("perceus-os"), "tools-kexec", "tools-direct");
        Planner planner = new Planner(
                config,
                new Requirements(config, registry, images.library, images.capsules),
                images.library,
                images.capsules,
                images.modules.registry(),
                new FakeMissingModules(),
                images.images());
        ShareRenderer renderer = new ShareRenderer(
                images.modules.registry(), new GivenNameServers(registry, new ServedInterfaces()), hardware, config);
        ScriptComposer composer = new ScriptComposer(renderer, os);
        directs =
                new DirectStarts(planner, composer, judging.judge, hardware, new DirectTries(journal), queue, tracker);
        nodes = new NodeEndpoint(
                new ScriptHandler(
                        claims,
                        queue,
                        new ScriptAnswers(
                                registry,
                                claims,
                                planner,
                                composer,
                                tracker,
                                tenants,
                                judging.judge,
                                strangers.admission,
                                new KeyGate(registry, registry, proofs, shownKeys, tracker, strangers.sightings),
                                hardware),
                        tracker),
                new EventHandler(claims, registry, registry, tracker, judging.verdicts, proofs),
                new RestartHandler(
                        claims,
                        registry,
                        registry,
                        new KexecAnswers(
                                claims,
                                registry,
                                os,
                                tracker,
                                new BootChoices(registry, tracker),
                                directs,
                                () -> "console=ttyS0")));
        tracker.record(boot, NodeState.BOOTING, "load Perceus OS", "1");
        claim = claims.issue(Bearer.STAGE_ONE, boot);
    }

    /** The node boots again, and is not heard of in Perceus OS yet. */
    void bootsAgain() {
        boot = journal.begin(Samples.MAC, new BootEvent(Instant.now(), NodeState.BOOTING, "ipxe", Optional.empty()));
        claim = claims.issue(Bearer.STAGE_ONE, boot);
    }

    /** Posts a body with the claim. */
    HttpAnswer.Text post(String path, String body) throws Exception {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpAnswer.Text post(String path, byte[] body) throws Exception {
        return text(nodes.answer(request("POST", path, Optional.of(claim), body)));
    }

    /** A request without body. */
    HttpRequest request(String method, String path) {
        return request(method, path, Optional.empty(), new byte[0]);
    }

    HttpRequest request(String method, String path, Optional<String> bearer, byte[] body) {
        return new HttpRequest(method, path, bearer, body, peer, Samples.SERVER);
    }

    /** The newest line of the node's boot. */
    String lastLine() {
        return journal.lastLine(Samples.MAC);
    }

    /** Gives iPXE its scripts, by some release of Perceus OS. */
    BootEndpoint bootEndpoint(InstalledPerceusOs release, String arguments) {
        BootChoices choices = new BootChoices(registry, tracker);
        return new BootEndpoint(
                claims,
                tracker,
                strangers.whereabouts,
                new BootScripts(
                        registry,
                        release,
                        tracker,
                        choices,
                        strangers.admission,
                        directs,
                        () -> new IpxeScript(arguments)),
                new DirectArguments(registry, release));
    }

    void close() throws InterruptedException {
        queue.stop();
        images.close();
    }

    /** The answer once it is known. */
    static HttpAnswer.Text text(HttpAnswer answer) throws Exception {
        HttpAnswer known = answer;
        while (known instanceof HttpAnswer.Later later) {
            known = later.answer()
                    .toCompletableFuture()
                    .get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        }
        return (HttpAnswer.Text) known;
    }
}
