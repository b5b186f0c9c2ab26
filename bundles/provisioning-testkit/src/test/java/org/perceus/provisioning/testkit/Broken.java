package org.perceus.provisioning.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.PerceusModule;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SettingForm;

/** Modules that break the contract, each in one way. */
public final class Broken {
    private Broken() {}

    /** Takes a setting for shell. */
    @Component
    @PerceusModule(name = "injected")
    public static final class Injected implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder()
                    .shell("step \"" + node.setting("words").orElse("none") + "\"")
                    .build();
        }
    }

    /** Takes a setting for shell of the second system. */
    @Component
    @PerceusModule(name = "injected-later")
    public static final class InjectedLater implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            String size = node.setting("size").orElse("50%");
            return NodeScript.builder()
                    .call("install_starter", "mount_root() { overlay_root /lower " + size + "; }")
                    .build();
        }
    }

    /** Takes whatever there is for a part of a line, and for a part of a unit of systemd. */
    @Component
    @PerceusModule(name = "lax")
    public static final class Lax implements ConfigurationModule {
        private static final NodeSetting<String> WORDS =
                NodeSetting.of("words", SettingForm.of("anything", List.of(), Lax::withoutNul), "anything");

        @Override
        public List<NodeSetting<?>> settings() {
            return List.of(WORDS);
        }

        @Override
        public NodeScript render(NodeView node) throws ProvisioningException {
            String words = WORDS.of(node).orElseThrow();
            return NodeScript.builder()
                    .writeFile("/etc/lax.conf", "644", "words = " + words + "\n")
                    .build();
        }

        private static Optional<String> withoutNul(String text) {
            return Optional.of(text).filter(one -> one.indexOf('\0') < 0);
        }
    }

    /** Lets a setting have any line of a unit of systemd. */
    @Component
    @PerceusModule(name = "percent")
    public static final class Percent implements ConfigurationModule {
        private static final NodeSetting<String> WORDS = NodeSetting.of("words", SettingForm.text(), "a description");

        @Override
        public List<NodeSetting<?>> settings() {
            return List.of(WORDS);
        }

        @Override
        public NodeScript render(NodeView node) throws ProvisioningException {
            return NodeScript.builder()
                    .writeFile(
                            "/etc/systemd/system/percent.service",
                            "644",
                            "[Unit]\nDescription=" + WORDS.of(node).orElseThrow() + "\n")
                    .build();
        }
    }

    /** Does not start. */
    @Component
    @PerceusModule(name = "stillborn")
    public static final class Stillborn implements ConfigurationModule {
        /** Throws. */
        public Stillborn() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.nothing();
        }
    }

    /** Has a name that is none. */
    @Component
    @PerceusModule(name = "dashed-")
    public static final class Dashed implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.nothing();
        }
    }

    /** Writes a file. */
    @Component
    @PerceusModule(name = "writer")
    public static final class Writer implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            try {
                Path file = Files.createTempFile("writer", "");
                Files.writeString(file, node.name());
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return NodeScript.nothing();
        }
    }

    /** Starts a thread, which holds its classes as well. */
    @Component
    @PerceusModule(name = "starter")
    public static final class Starter implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            Thread thread = new Thread(Starter::waste, "wasted");
            thread.setDaemon(true);
            thread.start();
            return NodeScript.nothing();
        }

        private static void waste() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Counts its calls. */
    @Component
    @PerceusModule(name = "counter")
    public static final class Counter implements ConfigurationModule {
        private int calls;

        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder().step("call " + calls++).build();
        }
    }

    /** Refuses by an exception that is no refusal. */
    @Component
    @PerceusModule(name = "thrower")
    public static final class Thrower implements ConfigurationModule {
        @Override
        public NodeScript render(NodeView node) {
            return NodeScript.builder()
                    .step(node.setting("words").orElseThrow())
                    .build();
        }
    }
}
