package org.perceus.node.internal.journal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Change;
import org.perceus.ledger.Ledger;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.state.Documents;

/** Forgets the boots of a node when the node goes, whoever took it away. */
@Component(
        service = {},
        immediate = true)
public final class BootsOfGoneNodes {
    private final BootEraser boots;
    private final AutoCloseable following;

    /** Follows the ledger from now on. */
    @Activate
    public BootsOfGoneNodes(@Reference Ledger ledger, @Reference BootEraser boots) {
        this.boots = boots;
        this.following = ledger.follow(Ledger.FROM_NOW_ON, this::follow)
                .toCompletableFuture()
                .join();
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }

    private void follow(Change change) {
        List<MacAddress> gone = change.differences().stream()
                .filter(one -> one.topic().equals(Documents.NODE) && one.after().isEmpty())
                .map(one -> MacAddress.parse(one.key()))
                .toList();
        if (!gone.isEmpty()) {
            boots.forget(gone);
        }
    }
}
