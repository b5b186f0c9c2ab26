package org.perceus.boot.internal;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.perceus.boot.BootFiles;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.KernelLog;
import org.perceus.boot.LoaderConfigurations;
import org.perceus.boot.NameDirectory;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.http.HttpDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who decides and answers at this moment. The servers outlive every one of these services. */
@Component(service = BootServices.class)
public final class BootServices implements HttpDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(BootServices.class);

    private final Ranked<BootPolicy> policies = new Ranked<>();
    private final Ranked<KernelLog> kernelLogs = new Ranked<>();
    private final Ranked<NameDirectory> directories = new Ranked<>();
    private final Ranked<BootFiles> files = new Ranked<>();
    private final Ranked<LoaderConfigurations> configurations = new Ranked<>();
    private final Ranked<HttpEndpoint> endpoints = new Ranked<>(Comparator.comparingInt(
            (HttpEndpoint endpoint) -> -endpoint.prefix().length()));

    /** Knows nobody yet. */
    @Activate
    public BootServices() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPolicy(BootPolicy policy, Map<String, Object> properties) {
        policies.add(policy, properties);
    }

    void unbindPolicy(BootPolicy policy) {
        policies.remove(policy);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindFiles(BootFiles some, Map<String, Object> properties) {
        files.add(some, properties);
    }

    void unbindFiles(BootFiles some) {
        files.remove(some);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConfigurations(LoaderConfigurations some, Map<String, Object> properties) {
        configurations.add(some, properties);
    }

    void unbindConfigurations(LoaderConfigurations some) {
        configurations.remove(some);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindEndpoint(HttpEndpoint endpoint, Map<String, Object> properties) {
        String prefix = endpoint.prefix();
        if (prefix.startsWith("/") && prefix.endsWith("/")) {
            endpoints.add(endpoint, properties);
        } else {
            LOG.error("{} answers nothing: its prefix {} must start and end with a slash", endpoint, prefix);
        }
    }

    void unbindEndpoint(HttpEndpoint endpoint) {
        endpoints.remove(endpoint);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKernelLog(KernelLog log, Map<String, Object> properties) {
        kernelLogs.add(log, properties);
    }

    void unbindKernelLog(KernelLog log) {
        kernelLogs.remove(log);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDirectory(NameDirectory directory, Map<String, Object> properties) {
        directories.add(directory, properties);
    }

    void unbindDirectory(NameDirectory directory) {
        directories.remove(directory);
    }

    Optional<NameDirectory> directory() {
        return directories.best();
    }

    Optional<KernelLog> kernelLog() {
        return kernelLogs.best();
    }

    Optional<BootPolicy> policy() {
        return policies.best();
    }

    @Override
    public Optional<HttpEndpoint> endpoint(String path) {
        return endpoints.all().stream()
                .filter(endpoint -> path.startsWith(endpoint.prefix()))
                .findFirst();
    }

    @Override
    public Optional<BootFile> bootFile(String name, URI server) {
        return files.all().stream()
                .flatMap(some -> some.find(name).stream())
                .findFirst()
                .<BootFile>map(BootFile.Stored::new)
                .or(() -> configurations.all().stream()
                        .flatMap(some -> some.find(name, server).stream())
                        .findFirst()
                        .map(BootFile.Written::new));
    }
}
