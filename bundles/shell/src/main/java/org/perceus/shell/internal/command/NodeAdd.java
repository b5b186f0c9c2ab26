package org.perceus.shell.internal.command;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.address.Ipv4Address;
import org.perceus.administration.NodeDeeds;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.shell.internal.completion.GroupWords;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node add}. */
@Service
@Command(scope = "perceus", name = "node-add", description = "Adds a node by its boot MAC, approved")
public final class NodeAdd extends ChangingAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--name", description = "Its name; else the next free one")
    private String name;

    @Option(name = "--address", description = "Its address; else the next free one of the pool")
    private String address;

    @Option(name = "--group", description = "Its group; else the site's default")
    @Completion(GroupWords.class)
    private String group;

    @Option(name = "--dry-run", description = "Show what would be added, and add nothing")
    private boolean dryRun;

    @Argument(name = "mac", description = "The MAC address it boots from, as in 52:54:00:12:34:56", required = true)
    private String mac;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        NodeSpec spec = new NodeSpec(
                MacAddress.parse(mac),
                Optional.ofNullable(name).map(Name::parse),
                Optional.ofNullable(address).map(Ipv4Address::parse),
                Optional.ofNullable(group).map(Name::parse));
        Node node = DeedAnswer.told(deeds.add(administrator(screen), spec, dryRun), screen);
        String at = node.address().map(Ipv4Address::toString).orElse("an address when it asks");
        screen.say((dryRun ? "would add " : "added ") + node.name() + ": " + node.mac() + ", " + at + ", group "
                + node.group());
    }
}
