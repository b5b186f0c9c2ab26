package org.perceus.itests;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/** Modules as nobody should write them; each is packed alone. */
final class BrokenModules {
    private BrokenModules() {}

    /** Throws what is not declared. */
    public static final class Throws implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            throw new IllegalStateException("broken");
        }

        @Override
        public String remark() {
            throw new IllegalStateException("broken too");
        }
    }

    /** Never comes back, and takes no notice of being interrupted. */
    public static final class Hangs implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            hang();
            return NodeScript.nothing();
        }

        @Override
        public String remark() {
            hang();
            return "";
        }

        private static void hang() {
            long end = System.nanoTime() + 20_000_000_000L;
            while (System.nanoTime() < end) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    Thread.interrupted();
                }
            }
        }
    }

    /** Returns megabytes. */
    public static final class Floods implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder().shell("#".repeat(8 << 20)).build();
        }
    }

    /** Needs a class that its jar lacks. */
    public static final class Lacks implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder().step(Missing.text()).build();
        }
    }

    /** Does not start. */
    public static final class Refuses implements ConfigurationModule {
        /** Throws. */
        public Refuses() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.nothing();
        }
    }

    /** Is not packed. */
    public static final class Missing {
        static String text() {
            return "there";
        }
    }

    /** Puts a node's attribute wherever it fits. */
    public static final class Injects implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            String value = node.setting("kernel-args").orElse("");
            return NodeScript.builder()
                    .step(value)
                    .call("fail_not", value)
                    .variable("value", value)
                    .writeFile("/etc/value", "644", value)
                    .linkFile(value, "/etc/link")
                    .build();
        }
    }
}
