package org.perceus.provisioning.internal.judge;

import java.net.URI;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSummary;
import org.perceus.provisioning.internal.served.ServedInterfaces;

/** Says which nodes shall send what their kernels say: those whose last kernel was entered and never became ready. */
@Component(service = KernelWatch.class)
public final class KernelWatch {
    private final BootJournal journal;
    private final ServedInterfaces interfaces;

    @Activate
    public KernelWatch(@Reference BootJournal journal, @Reference ServedInterfaces interfaces) {
        this.journal = journal;
        this.interfaces = interfaces;
    }

    /**
     * Where to send it, as {@code ADDRESS:PORT}; empty when it is not needed, or not listened to.
     *
     * @param server the HTTP side as the node sees it
     */
    public Optional<String> target(BootId boot, URI server) {
        Optional<BootSummary> before = journal.recent(boot.mac()).stream()
                .filter(other -> other.id().startedMillis() < boot.startedMillis())
                .filter(other -> other.wasReady() || other.wasEntered())
                .findFirst();
        return before.filter(other -> !other.wasReady())
                .flatMap(other -> interfaces.at(server.getHost()))
                .flatMap(serving -> serving.kernelLogPort().isPresent()
                        ? Optional.of(
                                server.getHost() + ":" + serving.kernelLogPort().getAsInt())
                        : Optional.empty());
    }
}
