package org.perceus.doctor.check.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.check.network.Fetcher.Fetched;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.Wire;

/** What a node sees that begins to boot: an offer, and its boot program by TFTP and by HTTP, which are the same. */
public final class NodeView {
    private static final String USUAL_PROGRAM = "undionly.kpxe";
    private static final String LOG = "data/log/karaf.log";

    private final Wire wire;
    private final Fetcher fetcher;

    public NodeView(Wire wire, Fetcher fetcher) {
        this.wire = wire;
        this.fetcher = fetcher;
    }

    /**
     * Looks.
     *
     * @param device by which this machine, as a node, is at the wire
     * @param server whose answers are looked at
     * @param served what it is to serve
     */
    public List<Finding> look(String device, Ipv4 server, ServedInterface served)
            throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        String program = USUAL_PROGRAM;
        if (served.dhcp().answers()) {
            Optional<DhcpOffer> offer = wire.discover(device, Set.of(Wire.Client.BIOS)).values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.server().equals(server))
                    .findFirst();
            findings.add(offered(server, offer));
            if (offer.isEmpty() || offer.get().file().isEmpty()) {
                return findings;
            }
            program = offer.get().file();
        }
        Optional<Fetched> tftp = served.tftp() ? tftp(server, program, findings) : Optional.empty();
        Optional<Fetched> http = served.http() ? http(server, served.httpPort(), program, findings) : Optional.empty();
        if (tftp.isPresent() && http.isPresent() && !tftp.equals(http)) {
            findings.add(Finding.problem(program + " is another file by TFTP than by HTTP: "
                            + tftp.get().length() + " and " + http.get().length() + " bytes")
                    .with("perceus info"));
        }
        return findings;
    }

    private static Finding offered(Ipv4 server, Optional<DhcpOffer> offer) {
        if (offer.isEmpty()) {
            return Finding.problem("a node's DHCPDISCOVER gets no answer of " + server
                            + ": packets are lost on the way (firewall, switch, VLAN), or the server passes it over")
                    .with("tcpdump -ni any udp port 67 or udp port 68");
        }
        String address =
                offer.get().isProxy() ? "no address" : offer.get().address().toString();
        return offer.get().file().isEmpty()
                ? Finding.problem("a node is offered " + address + " by " + server + " and no boot program")
                        .with("perceus info")
                : Finding.ok(
                        "a node is offered " + address + " and " + offer.get().file() + " by " + server);
    }

    private Optional<Fetched> tftp(Ipv4 server, String file, List<Finding> findings) {
        try {
            return came(fetcher.tftp(server, file), file, "TFTP", findings);
        } catch (IOException e) {
            findings.add(lost(file, "TFTP", "busybox tftp -g -r " + file + " " + server, e));
            return Optional.empty();
        }
    }

    private Optional<Fetched> http(Ipv4 server, int port, String file, List<Finding> findings) {
        try {
            return came(fetcher.http(server, port, "/boot/" + file), file, "HTTP", findings);
        } catch (IOException e) {
            findings.add(lost(file, "HTTP", "curl -o /dev/null http://" + server + ":" + port + "/boot/" + file, e));
            return Optional.empty();
        }
    }

    private static Optional<Fetched> came(Fetched fetched, String file, String way, List<Finding> findings) {
        findings.add(
                fetched.length() == 0
                        ? Finding.problem(file + " is empty by " + way).with("perceus info")
                        : Finding.ok("a node gets " + file + " by " + way + ", " + fetched.length() + " bytes"));
        return Optional.of(fetched);
    }

    private static Finding lost(String file, String way, String command, IOException e) {
        return Finding.problem("a node does not get " + file + " by " + way + " ("
                        + String.valueOf(e.getMessage()).replaceAll("\\.$", "")
                        + "): look whether something on the way drops it, and into " + LOG + " of the server")
                .with(command);
    }
}
