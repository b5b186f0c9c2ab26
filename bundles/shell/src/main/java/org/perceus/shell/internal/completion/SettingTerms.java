package org.perceus.shell.internal.completion;

import java.util.List;
import java.util.stream.Stream;
import org.perceus.module.ModuleInfo;
import org.perceus.shell.internal.setting.SettingWords;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleKernel;

/** Settings as they are typed: the key and its equals sign, then the value. */
final class SettingTerms {
    private SettingTerms() {}

    static Stream<String> of(Site site, String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0) {
            return SettingWords.known(site).stream().map(key -> key + "=");
        }
        String key = typed.substring(0, equals + 1);
        return values(site, typed.substring(0, equals), typed.substring(equals + 1))
                .map(value -> key + value);
    }

    private static Stream<String> values(Site site, String key, String typed) {
        return switch (key) {
            case "capsule" -> capsules(site);
            case "kernel" ->
                site.capsules().capsules().stream()
                        .flatMap(capsule -> capsule.kernels().stream())
                        .map(CapsuleKernel::release);
            case "method" -> MethodWords.methods(site);
            case "modules" -> lists(ModuleWords.of(site, ModuleInfo.Kind.CONFIGURATION), typed);
            case "group" ->
                site.registry().snapshot().groups().keySet().stream().map(Object::toString);
            default ->
                site.settingCheck().settings().stream()
                        .filter(setting -> setting.key().value().equals(key))
                        .flatMap(setting -> setting.values().stream());
        };
    }

    private static Stream<String> capsules(Site site) {
        return site.capsules().capsules().stream().map(Capsule::id).flatMap(id -> Stream.of(id.name(), id.toString()));
    }

    /** Lists that go on by one more of the words. */
    private static Stream<String> lists(Stream<String> words, String typed) {
        String before = typed.substring(0, typed.lastIndexOf(',') + 1);
        List<String> taken = List.of(before.split(","));
        return words.filter(word -> !taken.contains(word)).map(word -> before + word);
    }
}
