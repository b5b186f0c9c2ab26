package org.perceus.module.testing;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.perceus.provisioning.spi.PerceusModule;

/** References to services that do not exist, with the properties that a module's component has. */
public final class FakeService {
    private final Map<String, Object> properties = new HashMap<>();
    private String version = "1.0.0";
    private long bundleId = 1;
    private boolean gone;

    /** A module's service. */
    public FakeService(String name, long id) {
        properties.put(PerceusModule.NAME, name);
        properties.put(Constants.SERVICE_ID, id);
    }

    /** Sets a property, or removes it by null. */
    public FakeService with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Says where its share goes. */
    public FakeService order(int order) {
        return with(PerceusModule.ORDER, order);
    }

    /** Says the version of its bundle. */
    public FakeService version(String other) {
        version = other;
        return this;
    }

    /** Says the number of its bundle. */
    public FakeService bundle(long other) {
        bundleId = other;
        return this;
    }

    /** Was unregistered. */
    public FakeService gone() {
        gone = true;
        return this;
    }

    /** The reference. */
    @SuppressWarnings("unchecked")
    public <T> ServiceReference<T> reference() {
        Bundle bundle = proxy(
                Bundle.class,
                Map.of("getSymbolicName", "test.bundle", "getVersion", new Version(version), "getBundleId", bundleId));
        return (ServiceReference<T>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "getBundle" -> gone ? null : bundle;
                    case "toString" -> properties.toString();
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.getOrDefault(method.getName(), type.getSimpleName())));
    }
}
