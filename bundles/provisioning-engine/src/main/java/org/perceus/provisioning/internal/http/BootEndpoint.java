package org.perceus.provisioning.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.HttpRequestHead;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.BootPrograms;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.whereabouts.Located;
import org.perceus.provisioning.internal.whereabouts.Whereabouts;

/** Gives iPXE the script of its boot, with the claim of it: to who is the machine whose MAC it says. */
@Component(service = HttpEndpoint.class)
public final class BootEndpoint implements HttpEndpoint {
    private static final Pattern DIRECT = Pattern.compile(
            "/boot/([A-Za-z0-9_-]{20,128})/direct/([0-9a-f]{64})/([0-9a-f]{64})/([0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5})(?:/([A-Za-z0-9-]{0,32}))?");
    private static final Pattern NAMED = Pattern.compile("/boot/mac/([0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5})/ipxe");

    private final ClaimAuthority claims;
    private final BootTracker boots;
    private final Whereabouts whereabouts;
    private final BootScripts scripts;
    private final DirectArguments arguments;

    @Activate
    public BootEndpoint(
            @Reference ClaimAuthority claims,
            @Reference BootTracker boots,
            @Reference Whereabouts whereabouts,
            @Reference BootScripts scripts,
            @Reference DirectArguments arguments) {
        this.claims = claims;
        this.boots = boots;
        this.whereabouts = whereabouts;
        this.scripts = scripts;
        this.arguments = arguments;
    }

    @Override
    public String prefix() {
        return "/boot/";
    }

    @Override
    public Optional<HttpAnswer> refuse(HttpRequestHead head) {
        boolean known = head.path().equals(BootPrograms.SCRIPT)
                || NAMED.matcher(head.path()).matches()
                || DIRECT.matcher(head.path()).matches();
        if (!known) {
            return Optional.of(HttpAnswer.refused(404, "there is no such boot file"));
        }
        return head.method().equals("GET") || head.method().equals("HEAD")
                ? Optional.empty()
                : Optional.of(HttpAnswer.refused(405, "the script of a boot can only be read"));
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return refuse(request.head()).orElseGet(() -> script(request));
    }

    private HttpAnswer script(HttpRequest request) {
        if (request.path().equals(BootPrograms.SCRIPT)) {
            return HttpAnswer.ok(IpxeScript.introduce(request.server()));
        }
        Matcher named = NAMED.matcher(request.path());
        return named.matches() ? named(MacAddress.parse(named.group(1)), request) : direct(request);
    }

    private HttpAnswer direct(HttpRequest request) {
        Matcher direct = DIRECT.matcher(request.path());
        if (!direct.matches()) {
            throw new IllegalArgumentException(request.path());
        }
        String claim = direct.group(1);
        String loaded = direct.group(2) + "," + direct.group(3);
        MacAddress card = MacAddress.parse(direct.group(4));
        String vlan = Optional.ofNullable(direct.group(5)).orElse("");
        return claims.verify(claim, Bearer.STAGE_ONE)
                .map(boot -> arguments.answer(boot.mac(), claim, loaded, card, vlan, request))
                .orElseGet(() ->
                        HttpAnswer.refused(403, "the claim is wrong, or its boot is over: boot the machine again"));
    }

    private HttpAnswer named(MacAddress mac, HttpRequest request) {
        if (!(request.peer() instanceof Ipv4Address peer)) {
            return HttpAnswer.refused(403, "boot scripts are for machines with IPv4");
        }
        return new HttpAnswer.Later(whereabouts
                .locate(mac, peer, request.server())
                .thenApply(located -> located instanceof Located.Here here
                        ? there(here, request)
                                .orElseGet(() -> refused(mac, whereabouts.unbegun(mac, peer, request.server())))
                        : refused(mac, (Located.Nowhere) located)));
    }

    private Optional<HttpAnswer> there(Located.Here here, HttpRequest request) {
        return begun(here)
                .map(boot -> scripts.of(boot, claims.issue(Bearer.STAGE_ONE, boot), request))
                .or(() -> scripts.ofDisk(here.mac()));
    }

    /** The boot of a machine: one that it begins now where this server may not have heard of it before. */
    private Optional<BootId> begun(Located.Here here) {
        String detail = Loader.IPXE + " by HTTP";
        return here.isServed() ? boots.begunIpxe(here.mac(), detail) : Optional.of(boots.ipxe(here.mac(), detail));
    }

    private static HttpAnswer refused(MacAddress mac, Located.Nowhere nowhere) {
        return HttpAnswer.ok(IpxeScript.refuse(mac.toString(), nowhere.sentence()));
    }
}
