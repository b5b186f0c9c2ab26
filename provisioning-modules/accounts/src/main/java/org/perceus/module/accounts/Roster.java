package org.perceus.module.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.perceus.provisioning.spi.ProvisioningException;

/** All accounts and groups of a node, none of which has the name or the number of another. Immutable. */
final class Roster {
    private final List<Account> accounts;
    private final List<Group> named;
    private final List<Group> groups;

    /**
     * @throws ProvisioningException when two have one name or one number
     */
    Roster(List<Account> accounts, List<Group> groups) throws ProvisioningException {
        this.accounts = List.copyOf(accounts);
        this.named = List.copyOf(groups);
        this.groups = List.copyOf(withOwn(accounts, groups));
        check();
    }

    /** The same with those of the server in a range, as far as their names are not taken. */
    Roster with(ServerTables server, IdRange range) throws ProvisioningException {
        Set<String> names = accounts.stream().map(Account::name).collect(Collectors.toSet());
        Set<String> groupNames = named.stream().map(Group::name).collect(Collectors.toSet());
        List<Account> allAccounts = new ArrayList<>(accounts);
        server.accounts().stream()
                .filter(one -> range.has(one.uid()) && !names.contains(one.name()))
                .forEach(allAccounts::add);
        List<Group> allGroups = new ArrayList<>(named);
        server.groups().stream()
                .filter(one -> range.has(one.gid().orElse(0)) && !groupNames.contains(one.name()))
                .forEach(allGroups::add);
        return new Roster(allAccounts, allGroups);
    }

    boolean isEmpty() {
        return accounts.isEmpty() && groups.isEmpty();
    }

    /** Lines of passwd(5). */
    String passwd() {
        return accounts.stream().map(Account::line).collect(Collectors.joining());
    }

    /** Lines of group(5); the number is empty for groups of the capsule. */
    String group() {
        return groups.stream().map(Group::line).collect(Collectors.joining());
    }

    /** An account whose group has the account's number has that group for itself, unless somebody says what it is. */
    private static List<Group> withOwn(List<Account> accounts, List<Group> groups) {
        Set<String> names = groups.stream().map(Group::name).collect(Collectors.toSet());
        Set<Integer> numbers = groups.stream().map(one -> one.gid().orElse(0)).collect(Collectors.toSet());
        List<Group> all = new ArrayList<>(groups);
        accounts.stream()
                .filter(one -> one.uid() == one.gid() && !numbers.contains(one.gid()) && !names.contains(one.name()))
                .forEach(one -> all.add(new Group(one.name(), OptionalInt.of(one.gid()), List.of())));
        return all;
    }

    private void check() throws ProvisioningException {
        Map<Integer, String> users = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Account one : accounts) {
            refuse(!names.add(one.name()), "the account " + one.name() + " is there twice");
            String other = users.putIfAbsent(one.uid(), one.name());
            refuse(other != null, "the accounts " + other + " and " + one.name() + " have one number, " + one.uid());
        }
        Map<Integer, String> numbers = new HashMap<>();
        names.clear();
        for (Group one : groups) {
            refuse(!names.add(one.name()), "the group " + one.name() + " is there twice");
            String other = one.gid().isPresent() ? numbers.putIfAbsent(one.gid().getAsInt(), one.name()) : null;
            refuse(
                    other != null,
                    "the groups " + other + " and " + one.name() + " have one number, "
                            + one.gid().orElse(0));
        }
    }

    private static void refuse(boolean wrong, String what) throws ProvisioningException {
        if (wrong) {
            throw new ProvisioningException(
                    what
                            + ": change the settings accounts and accounts-groups, or the server's own with accounts-of-server");
        }
    }
}
