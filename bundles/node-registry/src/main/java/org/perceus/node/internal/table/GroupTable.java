package org.perceus.node.internal.table;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.node.internal.state.GroupChange;
import org.perceus.node.internal.state.RegistryState;
import org.perceus.node.internal.store.Session;

/** The settings of groups in the database. */
public final class GroupTable {
    public void load(Session session, RegistryState state) throws SQLException {
        Map<Name, SortedMap<SettingKey, String>> groups = new TreeMap<>();
        session.query("SELECT group_name, setting_key, setting_value FROM group_setting", row -> groups.computeIfAbsent(
                        new Name(row.getString(1)), name -> new TreeMap<>())
                .put(new SettingKey(row.getString(2)), row.getString(3)));
        groups.forEach(
                (group, settings) -> state.apply(new GroupChange(group, Collections.emptySortedMap(), settings)));
    }

    public void save(Session session, GroupChange change) throws SQLException {
        String group = change.group().value();
        session.update("DELETE FROM group_setting WHERE group_name = ?", group);
        for (Map.Entry<SettingKey, String> setting : change.after().entrySet()) {
            session.update(
                    "INSERT INTO group_setting (group_name, setting_key, setting_value) VALUES (?, ?, ?)",
                    group,
                    setting.getKey().value(),
                    setting.getValue());
        }
    }
}
