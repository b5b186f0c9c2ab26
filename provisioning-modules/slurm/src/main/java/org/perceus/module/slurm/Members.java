package org.perceus.module.slurm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.SettingForm;

/**
 * Which nodes a cluster of Slurm is made of. Immutable.
 *
 * @param everyone whether all of the site are
 * @param groups else the groups whose nodes are; none for no cluster
 */
record Members(boolean everyone, Set<String> groups) {
    private static final String NO = "no";
    private static final String ALL = "all";
    private static final Pattern LIST = Pattern.compile("[a-z0-9-]{1,63}+(?:[, ]++[a-z0-9-]{1,63}+)*+");

    static SettingForm<Members> form() {
        return SettingForm.of(
                "no, all, or groups of nodes separated by commas such as compute,gpu",
                List.of(NO, ALL),
                text -> Optional.of(text)
                        .filter(list -> LIST.matcher(list).matches())
                        .map(Members::read));
    }

    private static Members read(String list) {
        return list.equals(NO) || list.equals(ALL)
                ? new Members(list.equals(ALL), Set.of())
                : new Members(false, Arrays.stream(list.split("[, ]+")).collect(Collectors.toUnmodifiableSet()));
    }

    boolean isNone() {
        return !everyone && groups.isEmpty();
    }

    boolean has(RegisteredNode node) {
        return everyone || groups.contains(node.group());
    }
}
