package org.perceus.provisioning.testkit;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.perceus.provisioning.spi.Excerpt;
import org.perceus.provisioning.spi.NodeSetting;

/**
 * Gives nodes a setting with hostile text, has a module render for them and runs what it renders.
 *
 * @param <M> the interface of the SPI that the module implements
 */
final class HostileTrial<M> {
    private static final List<String> ALL = HostileText.values();

    /** So that a module that breaks at one of the first is known at once. */
    private static final int AT_ONCE = 50;

    private final ModuleContract<M> contract;
    private final M module;

    HostileTrial(ModuleContract<M> contract, M module) {
        this.contract = contract;
        this.module = module;
    }

    /** Fails where a text is more than a value, for each setting that the module declares or asks for. */
    void ofAllSettings() throws Exception {
        TestNode asked = contract.node();
        contract.render(module, asked);
        Map<String, Optional<NodeSetting<?>>> settings = new TreeMap<>();
        asked.settingsAsked().forEach(key -> settings.put(key, Optional.empty()));
        contract.settings(module).forEach(setting -> settings.put(setting.name(), Optional.of(setting)));
        for (Map.Entry<String, Optional<NodeSetting<?>>> setting : settings.entrySet()) {
            for (String sample : samples(setting.getKey())) {
                for (int from = 0; from < ALL.size(); from += AT_ONCE) {
                    List<String> some = ALL.subList(from, Math.min(ALL.size(), from + AT_ONCE));
                    of(setting.getKey(), setting.getValue(), sample, some);
                }
            }
        }
    }

    private Set<String> samples(String key) throws Exception {
        Set<String> samples = new TreeSet<>(Set.of(""));
        Optional.ofNullable(contract.samples().get(key)).ifPresent(samples::add);
        contract.node().setting(key).ifPresent(samples::add);
        return samples;
    }

    /**
     * @param declared the setting, if the module declares it
     * @param sample what stands before the hostile texts
     * @param some of these
     */
    private void of(String key, Optional<NodeSetting<?>> declared, String sample, List<String> some) throws Exception {
        List<String> values = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        for (String value : some) {
            String text = sample + value;
            if (declared.isEmpty() && text.indexOf('\0') >= 0) {
                // no node has it, and whoever declares a setting says so
                continue;
            }
            String what = what(key, text);
            declared.flatMap(setting -> setting.problem(text)).ifPresent(problem -> Refusal.assertFit(what, problem));
            contract.renderOrRefuse(what, module, contract.node().with(key, text))
                    .ifPresent(script -> {
                        values.add(value);
                        scripts.add(script);
                    });
        }
        List<ScriptRun> runs = contract.runAll(scripts);
        for (int i = 0; i < runs.size(); i++) {
            TestNode node = contract.node().with(key, sample + values.get(i));
            assertEquals(
                    what(key, sample + values.get(i)) + " is more than a value: it",
                    List.of(),
                    Containment.breaches(values.get(i), node, runs.get(i)));
        }
    }

    private static String what(String key, String text) {
        return "the setting " + key + "=" + Excerpt.of(text);
    }
}
