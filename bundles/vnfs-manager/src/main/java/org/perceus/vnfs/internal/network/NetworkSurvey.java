package org.perceus.vnfs.internal.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.NetworkConfigurator;
import org.perceus.vnfs.internal.services.Services;
import org.perceus.vnfs.internal.source.RootView;

/**
 * Who gives the cards of a root their addresses. Immutable.
 *
 * @param configurator who that is
 * @param findings what an administrator should know of it
 */
public record NetworkSurvey(NetworkConfigurator configurator, List<Finding> findings) {
    private static final String SUBJECT = "network";

    /** Finds out: what is enabled decides, then what is installed and not masked. */
    public static NetworkSurvey of(RootView root, Services services) throws IOException {
        List<Manager> managers = Manager.of(root, services);
        List<Manager> enabled = managers.stream().filter(Manager::enabled).toList();
        List<Manager> usable = managers.stream().filter(Manager::usable).toList();
        List<Finding> findings = new ArrayList<>();
        // ifupdown leaves alone what its file does not name
        List<Manager> rivals = enabled.stream()
                .filter(manager -> manager.kind() != NetworkConfigurator.IFUPDOWN)
                .toList();
        if (rivals.size() > 1) {
            findings.add(warning(
                    rivals.get(0).name() + " and " + rivals.get(1).name() + " are both enabled",
                    rivals.get(0).name()
                            + " gets the node's address; disable the other, lest they fight over the card"));
        }
        NetworkConfigurator configurator = enabled.stream()
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .map(Manager::kind)
                .orElse(NetworkConfigurator.NONE);
        if (configurator == NetworkConfigurator.NONE) {
            managers.stream()
                    .filter(Manager::masked)
                    .findFirst()
                    .ifPresentOrElse(
                            manager -> findings.add(warning(
                                    manager.name() + " is masked, and nothing else configures network cards",
                                    "unmask it in the root: systemctl unmask " + manager.service())),
                            () -> findings.add(warning(
                                    "nothing that is known configures network cards",
                                    "install systemd-networkd, NetworkManager or ifupdown, lest a node loses its"
                                            + " address")));
        }
        return new NetworkSurvey(configurator, findings);
    }

    private static Finding warning(String sentence, String remedy) {
        return new Finding(Finding.Kind.WARNING, SUBJECT, sentence, remedy);
    }
}
