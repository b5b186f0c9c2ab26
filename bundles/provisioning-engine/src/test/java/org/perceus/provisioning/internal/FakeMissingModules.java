package org.perceus.provisioning.internal;

import java.util.HashMap;
import java.util.Map;
import org.perceus.module.MissingModules;

/** Modules that a test disables. */
public final class FakeMissingModules implements MissingModules {
    /** The disabled ones, with what nodes are told. */
    public final Map<String, String> disabled = new HashMap<>();

    @Override
    public boolean isDisabled(String name) {
        return disabled.containsKey(name);
    }

    @Override
    public String reason(String name) {
        return disabled.getOrDefault(name, "is not present");
    }
}
