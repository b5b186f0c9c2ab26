package org.perceus.shell.internal.completion;

import java.util.stream.Stream;
import org.perceus.shell.internal.node.SettingWords;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.Capsule;

/** Settings as they are typed: the key and its equals sign, then the value. */
final class SettingTerms {
    private SettingTerms() {}

    static Stream<String> of(Site site, String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0) {
            return SettingWords.known(site.registry().snapshot()).stream().map(key -> key + "=");
        }
        String key = typed.substring(0, equals + 1);
        return values(site, typed.substring(0, equals)).map(value -> key + value);
    }

    private static Stream<String> values(Site site, String key) {
        return switch (key) {
            case "capsule" -> capsules(site);
            case "method" -> MethodWords.methods(site);
            case "group" ->
                site.registry().snapshot().groups().keySet().stream().map(Object::toString);
            default -> Stream.empty();
        };
    }

    private static Stream<String> capsules(Site site) {
        return site.capsules().capsules().stream().map(Capsule::id).flatMap(id -> Stream.of(id.name(), id.toString()));
    }
}
