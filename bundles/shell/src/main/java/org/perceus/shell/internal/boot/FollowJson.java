package org.perceus.shell.internal.boot;

import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;

/** Shows boots as one JSON object on a line for each event. */
public final class FollowJson implements FollowView {
    private final Screen screen;
    private final Function<MacAddress, String> nameOf;

    /** @param nameOf what to call a machine */
    public FollowJson(Screen screen, Function<MacAddress, String> nameOf) {
        this.screen = screen;
        this.nameOf = nameOf;
    }

    @Override
    public void event(Boot boot, BootEvent event) {
        screen.out()
                .println(Printable.json(
                        BootJson.line(boot, event, nameOf.apply(boot.id().mac()))
                                .toString()));
    }

    @Override
    public void progress(Boot boot, BootEvent event) {
        event(boot, event);
    }

    @Override
    public void ended(FollowedBoot boot) {
        screen.out().flush();
    }
}
