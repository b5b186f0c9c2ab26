package org.perceus.module.files.template;

import com.samskivert.mustache.Mustache;
import java.util.SortedMap;

/**
 * Settings by their names, of which those with dots are looked for part by part.
 *
 * @param settings all of them
 * @param prefix what names begin with, up to a dot
 */
record SettingValues(SortedMap<String, String> settings, String prefix) implements Mustache.CustomContext {
    static SettingValues of(SortedMap<String, String> settings) {
        return new SettingValues(settings, "");
    }

    @Override
    public Object get(String name) {
        String key = prefix + name;
        String value = settings.get(key);
        if (value != null) {
            return value;
        }
        // '/' comes behind '.'
        return settings.subMap(key + ".", key + "/").isEmpty() ? null : new SettingValues(settings, key + ".");
    }
}
