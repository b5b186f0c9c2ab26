package org.perceus.module.internal.dropin;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets a jar in the modules folder take the place of a bundle of the same name and version: that too has to be installed
 * before the former one is uninstalled.
 */
@Component(immediate = true)
public final class SameVersionHook implements CollisionHook {
    private final BundleContext context;

    @Activate
    public SameVersionHook(BundleContext context) {
        this.context = context;
    }

    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        if (operation == INSTALLING
                && target.getBundleId() == context.getBundle().getBundleId()) {
            candidates.removeIf(candidate -> !ModuleBundles.names(candidate).isEmpty());
        }
    }
}
