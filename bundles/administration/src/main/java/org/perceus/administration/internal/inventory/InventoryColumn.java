package org.perceus.administration.internal.inventory;

import org.perceus.node.SettingKey;

/** What a column of an inventory has. */
sealed interface InventoryColumn permits NodeColumn, InventoryColumn.Setting {
    /**
     * A setting of the nodes.
     *
     * @param key its key, which is the heading, too
     */
    record Setting(SettingKey key) implements InventoryColumn {
        @Override
        public String toString() {
            return key.value();
        }
    }
}
