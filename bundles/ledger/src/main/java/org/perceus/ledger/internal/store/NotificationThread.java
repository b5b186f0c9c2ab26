package org.perceus.ledger.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for what other containers announce, by a connection of its own that is opened anew when it breaks. */
final class NotificationThread {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationThread.class);
    private static final int WAIT_MILLIS = 1_000;

    private final Connector connector;
    private final String channel;
    private final Runnable listener;
    private final Thread thread;
    private volatile boolean closed;

    /** Opens connections. */
    @FunctionalInterface
    interface Connector {
        Connection connect() throws SQLException;
    }

    NotificationThread(Connector connector, String channel, Runnable listener) {
        this.connector = connector;
        this.channel = channel;
        this.listener = listener;
        this.thread = new Thread(this::run, "perceus-ledger-notifications");
        thread.setDaemon(true);
        thread.start();
    }

    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(2L * WAIT_MILLIS);
    }

    private void run() {
        boolean told = false;
        while (!closed) {
            try (Connection connection = connector.connect()) {
                listen(connection);
                told = false;
            } catch (SQLException e) {
                if (!told && !closed) {
                    LOG.warn(
                            "Changes of other containers are not heard until the database is back: {}", e.getMessage());
                    told = true;
                }
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        // what was announced before it listened
        listener.run();
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (!closed) {
            if (notifications.getNotifications(WAIT_MILLIS).length > 0) {
                listener.run();
            }
        }
    }

    private void pause() {
        try {
            if (!closed) {
                Thread.sleep(WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
