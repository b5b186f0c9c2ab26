package org.perceus.administration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.administration.internal.deed.OwnerPermission;
import org.perceus.administration.testing.AdministeredSite;

public class PermissionTest {
    private static final String SENTENCE = "nobody may do anything";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void isAskedBeforeEachDeed() throws ReflectiveOperationException {
        try (AdministeredSite site = new AdministeredSite(folder.getRoot().toPath(), who -> Optional.of(SENTENCE))) {
            for (Object deeds : site.deeds.all()) {
                for (Class<?> face : deeds.getClass().getInterfaces()) {
                    for (Method deed : face.getDeclaredMethods()) {
                        Object[] arguments = Arrays.stream(deed.getParameterTypes())
                                .map(PermissionTest::argument)
                                .toArray();
                        assertEquals(deed.toString(), Outcome.refused(SENTENCE), deed.invoke(deeds, arguments));
                    }
                }
            }
        }
    }

    @Test
    public void isGivenToRootAndTheContainersAccountAndItsConsole() {
        Permission permission = new OwnerPermission();
        for (Account account : List.of(
                new Account("root", Account.Origin.SYSTEM),
                new Account(System.getProperty("user.name"), Account.Origin.SYSTEM),
                new Account("karaf", Account.Origin.CONSOLE))) {
            assertEquals(Optional.empty(), permission.objection(new Administrator(account, "", "")));
        }
        Stream.of("nobody", "Root", "", "0").forEach(name -> {
            Account account = new Account(name, Account.Origin.SYSTEM);
            String sentence =
                    permission.objection(new Administrator(account, "", "")).orElseThrow();
            assertTrue(sentence, sentence.startsWith("the account " + name + " may not do this: use root"));
        });
    }

    /** What a deed is given must not matter before it is known who asks. */
    private static Object argument(Class<?> type) {
        if (type == Administrator.class) {
            return AdministeredSite.ROOT;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        return type == long.class ? (Object) 1L : null;
    }
}
