package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.boot.BootFiles;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.LoaderConfigurations;
import org.perceus.boot.internal.file.BootFile;

public class BootServicesTest {
    private static final URI SERVER = URI.create("http://10.10.0.1:9870");

    private final BootServices services = new BootServices();

    private record Endpoint(String prefix) implements HttpEndpoint {
        @Override
        public HttpAnswer answer(HttpRequest request) {
            return HttpAnswer.done();
        }
    }

    private String endpointOf(String path) {
        return services.endpoint(path).map(HttpEndpoint::prefix).orElse("none");
    }

    @Test
    public void findsTheLongestPrefix() {
        HttpEndpoint node = new Endpoint("/node/");
        HttpEndpoint event = new Endpoint("/node/event/");
        services.bindEndpoint(node, Map.of());
        services.bindEndpoint(event, Map.of());
        assertEquals("/node/event/", endpointOf("/node/event/x"));
        assertEquals("/node/", endpointOf("/node/events"));
        assertEquals("none", endpointOf("/node"));
        services.unbindEndpoint(event);
        assertEquals("/node/", endpointOf("/node/event/x"));
    }

    @Test
    public void refusesAPrefixThatCouldCutAName() {
        services.bindEndpoint(new Endpoint("/node"), Map.of());
        services.bindEndpoint(new Endpoint("node/"), Map.of());
        assertEquals("none", endpointOf("/nodes"));
    }

    @Test
    public void looksForFilesWithAllWhoHaveSome() {
        BootFiles one = name -> name.equals("a") ? Optional.of(Path.of("/one/a")) : Optional.empty();
        BootFiles two = name -> Optional.of(Path.of("/two/" + name));
        services.bindFiles(two, Map.of("service.id", 1L));
        services.bindFiles(one, Map.of("service.id", 2L, "service.ranking", 1));
        assertEquals(stored("/one/a"), services.bootFile("a", SERVER));
        assertEquals(stored("/two/b"), services.bootFile("b", SERVER));
        services.unbindFiles(two);
        assertEquals(Optional.empty(), services.bootFile("b", SERVER));
    }

    @Test
    public void whatIsNoFileIsWrittenForWhoAsks() {
        LoaderConfigurations some =
                (name, server) -> name.equals("none") ? Optional.empty() : Optional.of(name + " " + server);
        services.bindConfigurations(some, Map.of());
        services.bindFiles(name -> name.equals("a") ? Optional.of(Path.of("/one/a")) : Optional.empty(), Map.of());
        assertEquals(stored("/one/a"), services.bootFile("a", SERVER));
        assertEquals(Optional.of(new BootFile.Written("b " + SERVER)), services.bootFile("b", SERVER));
        assertEquals(Optional.empty(), services.bootFile("none", SERVER));
        services.unbindConfigurations(some);
        assertEquals(Optional.empty(), services.bootFile("b", SERVER));
    }

    private static Optional<BootFile> stored(String path) {
        return Optional.of(new BootFile.Stored(Path.of(path)));
    }

    @Test
    public void goesBackToTheOtherPolicyWhenTheBestOneLeaves() {
        SubnetPolicy first = new SubnetPolicy(24);
        SubnetPolicy second = new SubnetPolicy(16);
        services.bindPolicy(first, Map.of("service.id", 1L));
        services.bindPolicy(second, Map.of("service.id", 2L, "service.ranking", 7));
        assertEquals(Optional.of(second), services.policy());
        services.unbindPolicy(second);
        assertEquals(Optional.of(first), services.policy());
        services.unbindPolicy(first);
        assertEquals(Optional.empty(), services.policy());
    }
}
