package org.perceus.node.internal.table;

import java.net.Inet4Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.SettingKey;
import org.perceus.node.Subnet;
import org.perceus.node.internal.state.NodeChange;
import org.perceus.node.internal.state.RegistryState;
import org.perceus.node.internal.store.Session;

/** Nodes and their settings in the database. */
public final class NodeTable {
    public void load(Session session, RegistryState state) throws SQLException {
        Map<Long, SortedMap<SettingKey, String>> settings = new HashMap<>();
        session.query("SELECT mac, setting_key, setting_value FROM node_setting", row -> settings.computeIfAbsent(
                        row.getLong(1), mac -> new TreeMap<>())
                .put(new SettingKey(row.getString(2)), row.getString(3)));
        session.query("SELECT mac, name, group_name, address, approved FROM node", row -> node(row, settings))
                .forEach(node -> state.apply(new NodeChange(Optional.empty(), Optional.of(node))));
    }

    public void save(Session session, NodeChange change) throws SQLException {
        long mac = change.mac().value();
        if (change.after().isEmpty()) {
            session.update("DELETE FROM node_setting WHERE mac = ?", mac);
            session.update("DELETE FROM node WHERE mac = ?", mac);
            return;
        }
        Node node = change.after().get();
        String sql = change.before().isEmpty()
                ? "INSERT INTO node (name, group_name, address, approved, mac) VALUES (?, ?, ?, ?, ?)"
                : "UPDATE node SET name = ?, group_name = ?, address = ?, approved = ? WHERE mac = ?";
        session.update(
                sql,
                node.name().value(),
                node.group().value(),
                node.address().map(Subnet::number).orElse(null),
                node.approved() ? 1 : 0,
                mac);
        saveSettings(
                session,
                mac,
                change.before().map(Node::settings).orElse(Collections.emptySortedMap()),
                node.settings());
    }

    private static void saveSettings(
            Session session, long mac, SortedMap<SettingKey, String> before, SortedMap<SettingKey, String> after)
            throws SQLException {
        for (SettingKey key : before.keySet()) {
            if (!after.containsKey(key)) {
                session.update("DELETE FROM node_setting WHERE mac = ? AND setting_key = ?", mac, key.value());
            }
        }
        for (Map.Entry<SettingKey, String> setting : after.entrySet()) {
            if (!setting.getValue().equals(before.get(setting.getKey()))) {
                session.update(
                        "INSERT INTO node_setting (mac, setting_key, setting_value) VALUES (?, ?, ?)"
                                + " ON CONFLICT (mac, setting_key) DO UPDATE SET setting_value = excluded.setting_value",
                        mac,
                        setting.getKey().value(),
                        setting.getValue());
            }
        }
    }

    private static Node node(ResultSet row, Map<Long, SortedMap<SettingKey, String>> settings) throws SQLException {
        long mac = row.getLong(1);
        long number = row.getLong(4);
        Optional<Inet4Address> address = row.wasNull() ? Optional.empty() : Optional.of(Subnet.address(number));
        return new Node(
                new MacAddress(mac),
                new Name(row.getString(2)),
                new Name(row.getString(3)),
                address,
                row.getInt(5) != 0,
                settings.getOrDefault(mac, Collections.emptySortedMap()));
    }
}
