package org.perceus.shell.internal.screen;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.shell.testing.FakeScreen;

public class ConfirmationTest {
    private final FakeScreen screen = FakeScreen.terminal(80);

    @Test
    public void yesIsYes() throws InterruptedException {
        for (String answer : List.of("y", "Y", "yes", " YES ")) {
            screen.answer = Optional.of(answer);
            new Confirmation(screen).ask("Delete it");
        }
        assertEquals("Delete it? [y/N] ", screen.questions.get(0));
    }

    @Test
    public void everythingElseIsNo() {
        for (String answer : List.of("", "n", "no", "yess", "ok")) {
            screen.answer = Optional.of(answer);
            assertEquals("nothing was changed", refusal().getMessage());
        }
    }

    @Test
    public void withoutAnybodyThereIsAHint() {
        CommandFailure failure = refusal();
        assertEquals("nothing was changed: nobody is there to confirm it, so add --yes", failure.getMessage());
        assertEquals(1, failure.exitCode());
    }

    private CommandFailure refusal() {
        return assertThrows(CommandFailure.class, () -> new Confirmation(screen).ask("Delete it"));
    }
}
