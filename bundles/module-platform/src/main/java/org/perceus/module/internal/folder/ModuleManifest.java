package org.perceus.module.internal.folder;

import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.perceus.provisioning.spi.PerceusModule;

/** The rules for the manifest of a module's jar. Immutable. */
public final class ModuleManifest {
    public static final String SPI = "org.perceus.provisioning.spi";

    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private final Version spi;

    public ModuleManifest(Version spi) {
        this.spi = spi;
    }

    /** Why such a jar is not taken, as the rest of a sentence; empty when it is. */
    public String refusal(Attributes manifest) {
        List<String> names = names(manifest);
        if (bundle(manifest).isEmpty() || !"2".equals(manifest.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            return "is not an OSGi bundle";
        }
        if (names.isEmpty()) {
            return "is not a provisioning module: its manifest has no capability " + PerceusModule.CAPABILITY;
        }
        if (names.stream().anyMatch(name -> !name.matches(NAME))) {
            return "has a module without a proper name: lower-case letters, digits and hyphens between them, at most 63";
        }
        if (manifest.getValue(Constants.FRAGMENT_HOST) != null) {
            return "is a fragment of another bundle: a module is a bundle of its own";
        }
        List<String> exports = paths(manifest, Constants.EXPORT_PACKAGE).toList();
        if (!exports.isEmpty()) {
            return exports.contains(SPI)
                    ? "exports its own copy of " + SPI + ": build it with the SPI as provided"
                    : "exports " + exports.get(0)
                            + ": a module exports nothing, as others would be restarted when it leaves";
        }
        return version(manifest);
    }

    /** The modules that the jar says it has. */
    public List<String> names(Attributes manifest) {
        return ManifestClause.parse(manifest.getValue(Constants.PROVIDE_CAPABILITY)).stream()
                .filter(clause -> clause.paths().contains(PerceusModule.CAPABILITY))
                .map(clause -> clause.attributes().getOrDefault(PerceusModule.CAPABILITY, ""))
                .toList();
    }

    /** Symbolic name of the bundle; empty when it is none. */
    public String bundle(Attributes manifest) {
        return ManifestClause.parse(manifest.getValue(Constants.BUNDLE_SYMBOLICNAME)).stream()
                .flatMap(clause -> clause.paths().stream())
                .findFirst()
                .orElse("");
    }

    /** The versions of the SPI that a bundle with these imports works with; empty when it does not use it. */
    public static String spiRange(String imports) {
        return ManifestClause.parse(imports).stream()
                .filter(clause -> clause.paths().contains(SPI))
                .map(clause -> clause.attributes().getOrDefault(Constants.VERSION_ATTRIBUTE, "0"))
                .findFirst()
                .orElse("");
    }

    private String version(Attributes manifest) {
        String range = spiRange(manifest.getValue(Constants.IMPORT_PACKAGE));
        if (range.isEmpty()) {
            return "does not import " + SPI + ", so nothing in it can be a module";
        }
        if (!VersionRange.valueOf(range).includes(spi)) {
            return "needs version " + range + " of the SPI, and this container has " + spi
                    + ": take a release of it that was built for this one";
        }
        return "";
    }

    private static Stream<String> paths(Attributes manifest, String header) {
        return ManifestClause.parse(Objects.requireNonNullElse(manifest.getValue(header), "")).stream()
                .flatMap(clause -> clause.paths().stream());
    }
}
