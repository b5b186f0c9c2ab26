package org.perceus.module.internal.folder;

import java.util.List;
import java.util.jar.Attributes;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;

/** The manifest and the file name of a module that somebody drops into the folder. */
public final class ModuleFuzz {
    private static final ModuleManifest RULES = new ModuleManifest(new Version(1, 4, 0));
    private static final String HASH = "0".repeat(64);
    private static final List<String> HEADERS = List.of(
            Constants.BUNDLE_SYMBOLICNAME,
            Constants.PROVIDE_CAPABILITY,
            Constants.IMPORT_PACKAGE,
            Constants.EXPORT_PACKAGE,
            Constants.FRAGMENT_HOST);

    private ModuleFuzz() {}

    /** Texts of headers, of which an empty one is not there, and a file name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String[] texts = new Input(bytes).texts(HEADERS.size() + 1);
        Attributes manifest = new Attributes();
        manifest.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        for (int i = 0; i < HEADERS.size(); i++) {
            if (!texts[i].isEmpty()) {
                manifest.putValue(HEADERS.get(i), texts[i]);
            }
        }
        Promise.orRefused(() -> {
            if (RULES.refusal(manifest).isEmpty()) {
                Promise.kept(!RULES.names(manifest).isEmpty(), "what is accepted has a module");
                Promise.kept(
                        RULES.names(manifest).stream().allMatch(name -> name.matches("[a-z0-9-]{1,63}")),
                        "modules have proper names");
            }
        });
        String name = texts[HEADERS.size()];
        ModuleJar jar = new ModuleJar(name, HASH, "bundle", Version.emptyVersion, List.of("one"));
        Promise.kept(ModuleJar.isLocation(jar.location()), "a location is one");
        Promise.equal(name, ModuleJar.fileOf(jar.location()), "a location has the name of its file");
        Promise.equal(HASH, ModuleJar.hashOf(jar.location()), "a location has the hash of its file");
    }
}
