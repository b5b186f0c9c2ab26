package org.perceus.provisioning.internal.loader;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.LoaderConfigurations;
import org.perceus.provisioning.internal.os.InstalledPerceusOs;

/**
 * Has the loaders of a site go on to iPXE, whichever server started them. They are told the same, whoever asks: which machine it is
 * shows when its iPXE comes for its script. Thread-safe.
 */
@Component
public final class SiteLoaders implements LoaderConfigurations {
    /** The last of the names that PXELINUX tries, and U-Boot; those before are of one machine. */
    private static final Pattern PXELINUX = Pattern.compile("(?:.*/)?pxelinux\\.cfg/default");

    /** U-Boot tries these just before. */
    private static final Pattern U_BOOT = Pattern.compile("(?:.*/)?pxelinux\\.cfg/default-([a-z0-9_]{1,16})(?:-.*)?");

    private static final Pattern GRUB = Pattern.compile("(?:.*/)?grub\\.cfg");

    /** U-Boot's name for what Perceus OS is made for. */
    private static final String OURS = "x86";

    private final InstalledPerceusOs os;

    /** Names the programs of a Perceus OS. */
    @Activate
    public SiteLoaders(@Reference InstalledPerceusOs os) {
        this.os = os;
    }

    @Override
    public Optional<String> find(String name, URI server) {
        Matcher ofUBoot = U_BOOT.matcher(name);
        if (ofUBoot.matches()) {
            return Optional.of(ofUBoot.group(1))
                    .filter(machine -> !machine.equals(OURS))
                    .map(PxelinuxConfiguration::nothingFor);
        }
        if (PXELINUX.matcher(name).matches()) {
            return os.stageOne().flatMap(release -> PxelinuxConfiguration.of(release, server));
        }
        return GRUB.matcher(name).matches()
                ? os.stageOne().map(release -> GrubConfiguration.of(release, server))
                : Optional.empty();
    }
}
