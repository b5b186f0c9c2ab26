package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket by which the system's shell runs commands. */
@Component(
        service = {},
        configurationPid = "org.perceus.shell",
        immediate = true)
@Designate(ocd = CommandSocket.Config.class)
public final class CommandSocket {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What an administrator may set. */
    @ObjectClassDefinition(name = "Perceus command line")
    public @interface Config {
        /** Path of the socket; else {@code perceus.sock} in the container's data folder. */
        @AttributeDefinition
        String socket() default "";

        /** How many commands may run at a time. */
        @AttributeDefinition
        int commands() default 32;
    }

    private final BundleContext context;
    private final Path socket;
    private final Optional<CommandServer> server;
    private volatile CommandServer.Limits limits;

    /** Created by the container. */
    @Activate
    public CommandSocket(@Reference SessionFactory sessions, BundleContext context, Config config) {
        this.context = context;
        this.socket = path(config, context);
        this.limits = limits(config);
        CommandRunner runner =
                new KarafRunner(sessions, context.getBundle().getVersion().toString());
        this.server = open(new SocketFile(socket), runner, () -> limits);
    }

    /** Commands that run go on. */
    @Modified
    void modified(Config config) {
        limits = limits(config);
        Path wanted = path(config, context);
        if (!wanted.equals(socket)) {
            LOG.warn("commands are taken at {} from the next start on, until then at {}", wanted, socket);
        }
    }

    /** Closes the socket. */
    @Deactivate
    public void close() {
        server.ifPresent(CommandSocket::close);
    }

    private static Optional<CommandServer> open(
            SocketFile file, CommandRunner runner, Supplier<CommandServer.Limits> limits) {
        try {
            CommandServer server = new CommandServer(file, runner, limits);
            LOG.info("commands are taken at {}", file.path());
            return Optional.of(server);
        } catch (IOException e) {
            LOG.error("no commands from the system's shell: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void close(CommandServer server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("the command socket did not close: {}", e.getMessage());
        }
    }

    private static CommandServer.Limits limits(Config config) {
        return new CommandServer.Limits(Math.max(1, config.commands()), PATIENCE);
    }

    private static Path path(Config config, BundleContext context) {
        if (!config.socket().isBlank()) {
            return Path.of(config.socket().trim());
        }
        String data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data, "perceus.sock");
    }
}
