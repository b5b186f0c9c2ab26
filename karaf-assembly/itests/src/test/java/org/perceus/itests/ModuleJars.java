package org.perceus.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs a class of the tests as a module of its own. */
final class ModuleJars {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String name;
    private final Class<?> module;
    private String attributes = "";
    private String elements = "";

    ModuleJars(String name, String version, Class<?> module) {
        this.name = name;
        this.module = module;
        with("Bundle-ManifestVersion", "2");
        with("Bundle-SymbolicName", "org.example." + name);
        with("Bundle-Version", version);
        with("Service-Component", "OSGI-INF/module.xml");
        with("Provide-Capability", "perceus.module;perceus.module=\"" + name + "\"");
        spi("[1.0,2)");
    }

    ModuleJars with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    ModuleJars spi(String range) {
        return with("Import-Package", "org.osgi.framework,org.perceus.provisioning.spi;version=\"" + range + "\"");
    }

    /** Adds to the description of its component. */
    ModuleJars component(String moreAttributes, String moreElements) {
        attributes = moreAttributes;
        elements = moreElements;
        return this;
    }

    Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            entry(jar, "OSGI-INF/module.xml", component().getBytes(StandardCharsets.UTF_8));
            String path = module.getName().replace('.', '/') + ".class";
            try (InputStream in = module.getClassLoader().getResourceAsStream(path)) {
                entry(jar, path, in.readAllBytes());
            }
        }
        return file;
    }

    private static void entry(JarOutputStream jar, String path, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(path));
        jar.write(content);
        jar.closeEntry();
    }

    private String component() {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" %s>
                  <implementation class="%s"/>
                  <property name="perceus.module.name" value="%s"/>
                  <service>
                    <provide interface="%s"/>
                  </service>
                  %s
                </scr:component>
                """
                .formatted(
                        module.getName(),
                        attributes,
                        module.getName(),
                        name,
                        module.getInterfaces()[0].getName(),
                        elements);
    }
}
