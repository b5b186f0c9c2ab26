package org.perceus.module.internal.config;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;

public class PlatformConfigurationTest {
    @Test
    public void defaultsAreThoseOfTheDescription() throws Exception {
        List<String> problems = new ArrayList<>();
        for (PlatformNumber number : PlatformNumber.values()) {
            assertEquals(
                    PlatformConfig.class.getMethod(number.key()).getDefaultValue(), number.of(Map.of(), problems::add));
        }
        assertEquals(List.of(), problems);
    }

    @Test
    public void aChangeHoldsAtOnceAndFoldersStay() {
        PlatformConfiguration configuration = configured(Map.of("builders", 3, "folder", "/modules"));
        configuration.modified(
                config(Map.of("folder", "/other")), Map.of("builders", "5", "pollMs", 20, "drainSeconds", 7));
        PlatformOptions now = configuration.now();
        assertEquals(5, now.builders());
        assertEquals(Duration.ofMillis(20), now.poll());
        assertEquals(Duration.ofSeconds(7), now.drain());
        assertEquals("a folder is not changed under those who use it", Path.of("/modules"), now.folder());
    }

    @Test
    public void whatIsWrongIsSaidAndHasItsDefault() {
        for (String wrong : List.of("many", "0", "-1", "65", "1.5", "9999999999")) {
            PlatformOptions now = configured(Map.of("builders", wrong)).now();
            assertEquals(2, now.builders());
            assertEquals(
                    List.of("etc/org.perceus.module.cfg: builders: '" + wrong
                            + "' is not a value for it, 2 is used: write 1 to 64"),
                    now.problems());
        }
    }

    @Test
    public void whatWasMendedIsNoProblemAnyMore() {
        PlatformConfiguration configuration = configured(Map.of("builders", "many"));
        configuration.modified(config(Map.of()), Map.of("builders", "4"));
        assertEquals(List.of(), configuration.now().problems());
    }

    private static PlatformConfiguration configured(Map<String, Object> properties) {
        return new PlatformConfiguration(config(properties), properties);
    }

    private static PlatformConfig config(Map<String, Object> properties) {
        return (PlatformConfig) Proxy.newProxyInstance(
                PlatformConfig.class.getClassLoader(),
                new Class<?>[] {PlatformConfig.class},
                (self, method, arguments) -> Stream.ofNullable(properties.get(method.getName()))
                        .filter(method.getReturnType()::isInstance)
                        .findFirst()
                        .orElseGet(method::getDefaultValue));
    }
}
