package org.perceus.itests;

import org.osgi.framework.FrameworkUtil;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/** A module whose share says on each line which version of it made the line. */
public final class NumberedModule implements ConfigurationModule {
    static final int LINES = 50;

    @Override
    public NodeScript render(NodeView node) {
        NodeScript.Builder script = NodeScript.builder();
        for (int line = 1; line <= LINES; line++) {
            script.step("part " + line + " of "
                    + FrameworkUtil.getBundle(NumberedModule.class).getVersion());
        }
        return script.build();
    }
}
