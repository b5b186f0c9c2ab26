package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** The configuration files that are shipped name what there is, and show the true defaults. */
public class SampleConfigurationIT extends ContainerTest {
    private static final Pattern FILE = Pattern.compile("(org\\.perceus\\.[a-z.]+)(-[a-z0-9]+)?\\.cfg(\\.example)?");
    private static final Pattern LINE = Pattern.compile("(#?)([A-Za-z]+) =(.*)");

    private static final Set<String> FOR_TESTS = Set.of("dhcpPort", "tftpPort", "dnsPort");

    @Inject
    private BundleContext context;

    @Inject
    private MetaTypeService metatypes;

    @Inject
    private ServiceComponentRuntime components;

    @Test
    public void filesShowTheDefaults() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        try (Stream<Path> etc = Files.list(Path.of(System.getProperty("karaf.etc")))) {
            for (Path file : etc.toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches() && (name.group(2) == null || name.group(3) != null)) {
                    files++;
                    check(file, defaults(name.group(1)), wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(8, files);
    }

    private static void check(Path file, Map<String, Object> defaults, List<String> wrong) throws IOException {
        Set<String> left = new TreeSet<>(defaults.keySet());
        left.removeAll(FOR_TESTS);
        for (String line : Files.readAllLines(file)) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                left.remove(parts.group(2));
                boolean isDefault = !parts.group(1).isEmpty();
                String truth = Objects.toString(defaults.get(parts.group(2)), null);
                boolean mayDiffer = !isDefault || "".equals(truth);
                if (!mayDiffer && !parts.group(3).trim().equals(truth)) {
                    wrong.add(file.getFileName() + ": " + line + ", but the default is " + truth);
                }
            }
        }
        left.forEach(key -> wrong.add(file.getFileName() + " lacks " + key));
    }

    /** Some components tell their defaults by their own description, some by metatype. */
    private Map<String, Object> defaults(String pid) {
        Map<String, Object> defaults = new TreeMap<>();
        components.getComponentDescriptionDTOs().stream()
                .filter(description ->
                        Arrays.asList(description.configurationPid).contains(pid))
                .forEach(description -> defaults.putAll(description.properties));
        defaults.keySet().removeIf(key -> key.startsWith("osgi."));
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation types = metatypes.getMetaTypeInformation(bundle);
            if (types != null
                    && Stream.of(types.getPids(), types.getFactoryPids()).anyMatch(has(pid))) {
                ObjectClassDefinition definition = types.getObjectClassDefinition(pid, null);
                for (AttributeDefinition each : definition.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
                    String[] values = each.getDefaultValue();
                    defaults.put(each.getID(), values == null || values.length == 0 ? "" : values[0]);
                }
            }
        }
        assertFalse(pid, defaults.isEmpty());
        return defaults;
    }

    private static Predicate<String[]> has(String pid) {
        return pids -> Arrays.asList(pids).contains(pid);
    }
}
