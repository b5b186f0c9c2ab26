package org.perceus.module.internal.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes jars with the manifest of a module, or with one that a test spoiled. */
public final class JarFiles {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String entry = "org/example/Module.class";
    private int zeros;

    public JarFiles() {
        with("Bundle-ManifestVersion", "2");
        with("Bundle-SymbolicName", "org.example.test");
        with("Bundle-Version", "1.0.0");
        with("Provide-Capability", "perceus.module;perceus.module=test;order:Long=50");
        with("Import-Package", "org.osgi.service.component,org.perceus.provisioning.spi;version=\"[1.0,2)\"");
    }

    /** Sets a header, or removes it by null. */
    public JarFiles with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public JarFiles version(String version) {
        return with("Bundle-Version", version);
    }

    public JarFiles entry(String name) {
        entry = name;
        return this;
    }

    /** Makes its entry that many MiB of zeros, which take little room. */
    public JarFiles zeros(int mebibytes) {
        zeros = mebibytes;
        return this;
    }

    public Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((header, value) -> {
            if (value != null) {
                manifest.getMainAttributes().putValue(header, value);
            }
        });
        boolean spoilt = entry.equals(JarFile.MANIFEST_NAME);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = spoilt ? new JarOutputStream(out) : new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            for (int i = 0; i < zeros; i++) {
                jar.write(new byte[1 << 20]);
            }
            jar.write("some content that is worth being compressed".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
