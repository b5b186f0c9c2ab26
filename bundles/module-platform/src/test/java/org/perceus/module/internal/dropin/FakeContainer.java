package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.folder.ModuleManifest;
import org.perceus.module.testing.FakeModules;
import org.perceus.module.testing.FakeService;

/** A container whose bundles bring the modules that their manifests name, unless a test says that a version does not. */
final class FakeContainer {
    final FakeModules modules = new FakeModules();
    private final Map<String, FakeBundle> bundles = new LinkedHashMap<>();
    private final Map<String, String> notInstalled = new ConcurrentHashMap<>();
    private final Map<String, String> notStarted = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stops = new CountDownLatch(1);
    private Optional<String> hanging = Optional.empty();
    private volatile Error failure;
    private long nextId = 10;

    /** Bundles of this version cannot be installed. */
    void refusesToInstall(String version, String reason) {
        notInstalled.put(version, reason);
    }

    /** Bundles of this version do not start. */
    void refusesToStart(String version, String reason) {
        notStarted.put(version, reason);
    }

    /** It starts from now on. */
    void starts(String version) {
        notStarted.remove(version);
    }

    /** The module of this name does not come when its bundle starts. */
    void withholds(String name) {
        silent.add(name);
    }

    /** Bundles of this version do not stop before they are let. */
    void hangsInStop(String version) {
        hanging = Optional.of(version);
    }

    /** Throws this when it is asked for its bundles, or nothing by null. */
    void failsToLookUp(Error error) {
        failure = error;
    }

    /** Lets them stop. */
    void release() {
        stops.countDown();
    }

    /** What is there of the versions of all bundles, by how they are: a version with a plus is active. */
    synchronized List<String> found() {
        return bundles.values().stream()
                .map(bundle -> bundle.version + (bundle.state == Bundle.ACTIVE ? "+" : ""))
                .sorted()
                .toList();
    }

    /** The bundle that came from a jar. */
    synchronized Bundle bundle(ModuleJar jar) {
        return bundles.get(jar.location()).proxy;
    }

    BundleContext context() {
        return proxy(BundleContext.class, (name, arguments) -> switch (name) {
            case "installBundle" -> install((String) arguments[0], (InputStream) arguments[1]).proxy;
            case "getBundles" -> all();
            case "getBundle" ->
                arguments == null || arguments[0] instanceof Long ? system() : find((String) arguments[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    /** Knows of no component. */
    static ServiceComponentRuntime components() {
        return proxy(ServiceComponentRuntime.class, (name, arguments) -> List.of());
    }

    private synchronized Bundle[] all() {
        if (failure != null) {
            throw failure;
        }
        return bundles.values().stream().map(bundle -> bundle.proxy).toArray(Bundle[]::new);
    }

    private synchronized Bundle find(String location) {
        return Optional.ofNullable(bundles.get(location))
                .map(bundle -> bundle.proxy)
                .orElse(null);
    }

    private synchronized FakeBundle install(String location, InputStream content) throws BundleException {
        FakeBundle fresh = new FakeBundle(nextId++, location, content);
        if (notInstalled.containsKey(fresh.version)) {
            throw new BundleException(notInstalled.get(fresh.version));
        }
        bundles.put(location, fresh);
        return fresh;
    }

    private static Bundle system() {
        FrameworkWiring wiring = proxy(FrameworkWiring.class, (name, arguments) -> {
            if (name.equals("getDependencyClosure")) {
                return arguments[0];
            }
            ((FrameworkListener[]) arguments[1])[0].frameworkEvent(null);
            return null;
        });
        return proxy(Bundle.class, (name, arguments) -> switch (name) {
            case "getState" -> Bundle.ACTIVE;
            case "adapt" -> arguments[0] == FrameworkWiring.class ? wiring : level();
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static BundleStartLevel level() {
        return proxy(BundleStartLevel.class, (name, arguments) -> name.equals("getStartLevel") ? 80 : null);
    }

    private final class FakeBundle {
        private final long id;
        private final String location;
        private final String symbolicName;
        private final String version;
        private final List<String> names;
        private final Bundle proxy = proxy(Bundle.class, this::answer);
        private volatile int state = Bundle.INSTALLED;

        FakeBundle(long id, String location, InputStream content) {
            this.id = id;
            this.location = location;
            try (JarInputStream jar = new JarInputStream(content)) {
                Attributes manifest = jar.getManifest().getMainAttributes();
                symbolicName = manifest.getValue("Bundle-SymbolicName");
                version = manifest.getValue("Bundle-Version");
                names = new ModuleManifest(Version.emptyVersion).names(manifest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Object answer(String method, Object[] arguments) throws Exception {
            return switch (method) {
                case "getBundleId" -> id;
                case "getLocation" -> location;
                case "getState" -> state;
                case "getSymbolicName" -> symbolicName;
                case "getVersion" -> new Version(version);
                case "getRegisteredServices" -> null;
                case "adapt" -> arguments[0] == BundleRevision.class ? revision() : level();
                case "start" -> start();
                case "stop" -> stop(Bundle.RESOLVED);
                case "uninstall" -> uninstall();
                default -> throw new UnsupportedOperationException(method);
            };
        }

        private Object start() throws BundleException {
            if (notStarted.containsKey(version)) {
                state = Bundle.RESOLVED;
                throw new BundleException(notStarted.get(version));
            }
            state = Bundle.ACTIVE;
            for (int i = 0; i < names.size(); i++) {
                if (!silent.contains(names.get(i))) {
                    modules.add(
                            new FakeService(names.get(i), id * 10 + i)
                                    .bundle(id)
                                    .version(version),
                            FakeModules.step(names.get(i)));
                }
            }
            return null;
        }

        private Object stop(int next) throws InterruptedException {
            if (hanging.equals(Optional.of(version))) {
                stops.await();
            }
            for (int i = 0; i < names.size(); i++) {
                modules.remove(id * 10 + i);
            }
            state = next;
            return null;
        }

        private Object uninstall() throws InterruptedException {
            stop(Bundle.UNINSTALLED);
            synchronized (FakeContainer.this) {
                return bundles.remove(location) == null;
            }
        }

        private BundleRevision revision() {
            List<BundleCapability> capabilities = names.stream()
                    .map(name -> proxy(
                            BundleCapability.class,
                            (method, arguments) -> Map.<String, Object>of("perceus.module", name)))
                    .toList();
            return proxy(BundleRevision.class, (method, arguments) -> capabilities);
        }
    }

    private interface Answers {
        Object to(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> type.getSimpleName();
                    default -> answers.to(method.getName(), arguments);
                }));
    }
}
