package org.perceus.administration.internal.deed;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way to every deed: asks whether the administrator may, and tells as an outcome what stops it. */
@Component(service = DeedRunner.class)
public final class DeedRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DeedRunner.class);

    private final Permission permission;

    /** Created by the container. */
    @Activate
    public DeedRunner(@Reference Permission permission) {
        this.permission = permission;
    }

    /**
     * What is done when the administrator may.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface Deed<T> {
        /**
         * Does it.
         *
         * @throws IllegalArgumentException with a sentence: the types of the other rooms speak so to administrators
         * @throws MissingPartException when a part that it needs is not running
         */
        Outcome<T> run() throws InterruptedException;
    }

    /** Does it if the administrator may. */
    public <T> Outcome<T> run(Administrator who, Deed<T> deed) throws InterruptedException {
        Optional<String> objection = permission.objection(who);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        try {
            return deed.run();
        } catch (IllegalArgumentException | MissingPartException e) {
            return Outcome.refused(e.getMessage());
        }
    }

    /** The same for deeds of which no history is kept: the log tells who did what, and why. */
    public <T> Outcome<T> runLogged(Administrator who, boolean dryRun, Deed<T> deed) throws InterruptedException {
        Outcome<T> outcome = run(who, deed);
        if (!dryRun && outcome instanceof Outcome.Done) {
            String why = who.comment().isEmpty() ? "" : " (" + who.comment() + ")";
            LOG.info("{}: {}{}", who.account().name(), who.author().deed(), why);
        }
        return outcome;
    }
}
