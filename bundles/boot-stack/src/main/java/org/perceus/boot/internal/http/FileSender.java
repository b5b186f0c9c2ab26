package org.perceus.boot.internal.http;

import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IteratingCallback;
import org.perceus.boot.internal.file.OpenFiles;
import org.perceus.boot.internal.http.connection.FileRegion;

/** Sends a part of a file piece by piece; no thread waits for the network. */
final class FileSender extends IteratingCallback {
    private final Exchange exchange;
    private final OpenFiles.Use file;
    private final FileRegion region;
    private boolean done;

    FileSender(Exchange exchange, OpenFiles.Use file, long position, long length) {
        this.exchange = exchange;
        this.file = file;
        this.region = new FileRegion(file.channel(), position, length);
    }

    @Override
    protected Action process() {
        if (done) {
            return Action.SUCCEEDED;
        }
        var piece =
                region.isSpent() ? BufferUtil.EMPTY_BUFFER : exchange.endPoint().next(region);
        done = region.isSpent();
        exchange.response().write(done, piece, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleted(Throwable failure) {
        file.close();
        if (failure == null) {
            exchange.sent();
        } else {
            exchange.broken(failure);
        }
    }
}
