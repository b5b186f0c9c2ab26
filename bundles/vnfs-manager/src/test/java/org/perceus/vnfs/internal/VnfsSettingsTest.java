package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;
import org.osgi.framework.BundleContext;

public class VnfsSettingsTest {
    @Test
    public void hasDefaultsThatWork() {
        VnfsSettings settings = VnfsSettings.of(config(Map.of()), context());

        assertEquals(Path.of("/var/karaf/data/vnfs"), settings.directory());
        assertEquals(64L << 30, settings.limits().bytes());
        assertEquals(10_000_000, settings.limits().entries());
        assertEquals(Duration.ofHours(1), settings.grace());
        assertEquals(
                Runtime.getRuntime().availableProcessors(), settings.archive().workers());
    }

    @Test
    public void takesWhatIsConfigured() {
        VnfsSettings settings = VnfsSettings.of(
                config(Map.of(
                        "directory",
                        "/srv/x/../perceus",
                        "compressionLevel",
                        3,
                        "initramfsLevel",
                        19,
                        "workers",
                        7,
                        "maxRootGib",
                        2L,
                        "sweepGraceMinutes",
                        5L)),
                context());

        assertEquals(Path.of("/srv/perceus"), settings.directory());
        assertEquals(new Compression(3, 7), settings.archive());
        assertEquals(new Compression(19, 7), settings.initramfs());
        assertEquals(2L << 30, settings.limits().bytes());
        assertEquals(Duration.ofMinutes(5), settings.grace());
    }

    @Test
    public void saysWhatIsWrong() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "compressionLevel", 20,
                        "initramfsLevel", 0,
                        "maxRootGib", 0L,
                        "maxEntries", -1L,
                        "sweepGraceMinutes", 0L)
                .entrySet()) {
            VnfsConfig config = config(Map.of(wrong.getKey(), wrong.getValue()));
            String message = assertThrows(IllegalArgumentException.class, () -> VnfsSettings.of(config, context()))
                    .getMessage();
            assertTrue(message, message.startsWith("org.perceus.vnfs: "));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> VnfsSettings.of(config(Map.of("maxRootGib", Long.MAX_VALUE)), context()));
    }

    @Test
    public void aChangeHoldsAtOnceAndTheFolderStays() {
        VnfsConfiguration configuration = new VnfsConfiguration(context(), config(Map.of()));
        configuration.modified(config(Map.of("directory", "/elsewhere", "compressionLevel", 3)));
        assertEquals(3, configuration.now().archive().level());
        assertEquals(Path.of("/var/karaf/data/vnfs"), configuration.now().directory());
    }

    @Test
    public void aChangeThatIsWrongChangesNothing() {
        VnfsConfiguration configuration = new VnfsConfiguration(context(), config(Map.of("compressionLevel", 3)));
        configuration.modified(config(Map.of("compressionLevel", 20, "initramfsLevel", 4)));
        assertEquals(3, configuration.now().archive().level());
        assertEquals(9, configuration.now().initramfs().level());
    }

    /** A configuration as the component runtime hands it out: the defaults, but for some. */
    private static VnfsConfig config(Map<String, ?> values) {
        return (VnfsConfig) Proxy.newProxyInstance(
                VnfsConfig.class.getClassLoader(), new Class<?>[] {VnfsConfig.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Annotation.class) {
                        return VnfsConfig.class;
                    }
                    Object value = values.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                });
    }

    private static BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> "karaf.data".equals(arguments[0]) ? "/var/karaf/data" : null);
    }
}
