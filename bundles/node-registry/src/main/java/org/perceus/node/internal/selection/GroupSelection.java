package org.perceus.node.internal.selection;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.perceus.node.Name;

/** Finds the groups that an administrator's expression names. For one expression at a time. */
public final class GroupSelection {
    private static final int MOST = 10_000;

    private final Collection<Name> known;
    private final Budget names = new Budget(MOST, "more than " + MOST + " groups");

    /** @param known the groups that there are, for globs */
    public GroupSelection(Collection<Name> known) {
        this.known = known;
    }

    /** Does what {@link org.perceus.node.RegistrySnapshot#selectGroups} says. */
    public List<Name> select(String expression) {
        SortedSet<Name> chosen = new TreeSet<>();
        for (String part : ExpressionParts.split(expression.toLowerCase(Locale.ROOT))) {
            Brackets.expand(part.startsWith("@") ? part.substring(1) : part, names)
                    .forEach(text -> chosen.addAll(groups(text)));
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("No group is named: write names as in rack1, rack[1-8] or rack*");
        }
        return List.copyOf(chosen);
    }

    private List<Name> groups(String text) {
        if (!Glob.isGlob(text)) {
            return List.of(Name.parse(text));
        }
        names.spend(1);
        List<Name> found =
                known.stream().filter(name -> Glob.matches(text, name.value())).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no group " + ExpressionParts.shown(text));
        }
        return found;
    }
}
