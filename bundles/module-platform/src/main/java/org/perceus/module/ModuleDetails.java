package org.perceus.module;

import java.util.List;

/**
 * All that is known of a provisioning module. Immutable.
 *
 * @param info what lists show
 * @param remark what the module itself says of its state; empty when it says nothing
 * @param sha256 SHA-256 of its file; empty when it comes with Perceus
 * @param spi the versions of the SPI that it works with, as a range
 * @param settings its own settings, by PID and key
 * @param images what it built of capsules
 */
public record ModuleDetails(
        ModuleInfo info,
        String remark,
        String sha256,
        String spi,
        List<ModuleSetting> settings,
        List<BuiltImage> images) {
    /** Copies the lists. */
    public ModuleDetails {
        settings = List.copyOf(settings);
        images = List.copyOf(images);
    }
}
