package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.perceus.module.ModuleSetting;

/** Reads the settings that modules have of their own, and their values. Thread-safe. */
final class ModuleSettings {
    private final MetaTypeService types;
    private final ConfigurationAdmin configurations;

    ModuleSettings(MetaTypeService types, ConfigurationAdmin configurations) {
        this.types = types;
        this.configurations = configurations;
    }

    List<ModuleSetting> of(Bundle bundle) {
        List<ModuleSetting> settings = new ArrayList<>();
        MetaTypeInformation information = types.getMetaTypeInformation(bundle);
        if (information != null) {
            for (String pid : information.getPids()) {
                Dictionary<String, Object> values = values(pid);
                ObjectClassDefinition definition = information.getObjectClassDefinition(pid, null);
                for (AttributeDefinition attribute : definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
                    settings.add(setting(pid, attribute, values));
                }
            }
        }
        return settings;
    }

    private static ModuleSetting setting(String pid, AttributeDefinition attribute, Dictionary<String, Object> values) {
        Object value = values.get(attribute.getID());
        String[] defaults = Objects.requireNonNullElse(attribute.getDefaultValue(), new String[0]);
        return new ModuleSetting(
                pid,
                attribute.getID(),
                value == null ? String.join(",", defaults) : text(value),
                value != null,
                Objects.requireNonNullElse(attribute.getDescription(), ""));
    }

    private static String text(Object value) {
        return value.getClass().isArray()
                ? String.join(
                        ",",
                        IntStream.range(0, Array.getLength(value))
                                .mapToObj(i -> String.valueOf(Array.get(value, i)))
                                .toList())
                : String.valueOf(value);
    }

    private Dictionary<String, Object> values(String pid) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
            return Optional.ofNullable(found).map(all -> all[0].getProperties()).orElseGet(Hashtable::new);
        } catch (IOException | InvalidSyntaxException e) {
            return new Hashtable<>();
        }
    }
}
