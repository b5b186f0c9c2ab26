package org.perceus.shell.internal.node;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;

/** Finds what the registry would reject of a file, so that every bad line is reported at once. Not thread-safe. */
public final class ImportCheck {
    private final RegistrySnapshot snapshot;
    private final Map<Object, Integer> seen = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param snapshot the nodes that there are */
    public ImportCheck(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What is wrong, each with the number of its line; empty when nothing is. */
    public List<String> problems(NodeFile file) {
        problems.addAll(file.problems());
        for (NodeFile.Entry entry : file.entries()) {
            NodeSpec spec = entry.spec();
            once(entry.line(), "MAC address", spec.mac(), snapshot.node(spec.mac()));
            spec.name().ifPresent(name -> once(entry.line(), "name", name, snapshot.node(name)));
            spec.address().ifPresent(address -> checkAddress(entry.line(), address));
        }
        return List.copyOf(problems);
    }

    /**
     * @param what what the nodes came in
     * @throws CommandFailure when something is wrong, with all of it
     */
    public void requireGood(NodeFile file, String what) {
        List<String> found = problems(file);
        if (!found.isEmpty()) {
            throw new CommandFailure("nothing was added: " + what + " has " + Amounts.count(found.size(), "problem")
                    + "\n  " + String.join("\n  ", found));
        }
    }

    private void checkAddress(int line, Inet4Address address) {
        String text = address.getHostAddress();
        once(line, "address", text, snapshot.node(address));
        if (snapshot.network(address).isEmpty()) {
            problems.add("line " + line + ": the address " + text
                    + " is in no network of this site: 'perceus network list' shows them");
        }
    }

    private void once(int line, String what, Object value, Optional<Node> owner) {
        Integer before = seen.putIfAbsent(value, line);
        if (before != null) {
            problems.add("line " + line + ": the " + what + " " + value + " is in line " + before + " already");
        }
        owner.ifPresent(
                node -> problems.add("line " + line + ": the " + what + " " + value + " belongs to " + node.name()));
    }
}
