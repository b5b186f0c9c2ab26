package org.perceus.ledger.internal.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.namespace.service.ServiceNamespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.perceus.ledger.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database that the configuration names, as soon as it can be opened, and offers it as a store. */
@Capability(
        namespace = ServiceNamespace.SERVICE_NAMESPACE,
        attribute = "objectClass:List<String>=org.perceus.ledger.store.Store")
@Component(
        service = {},
        configurationPid = "org.perceus.ledger",
        immediate = true)
@Designate(ocd = LedgerConfig.class)
public final class StoreOpener {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);
    private static final int RETRY_SECONDS = 5;

    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "perceus-ledger-opener"));
    private final BundleContext context;
    private final LedgerConfig config;
    private final Database database;
    private Optional<DatabaseStore> store = Optional.empty();
    private Optional<ServiceRegistration<Store>> registration = Optional.empty();
    private String told = "";

    /** Opens it, or tries until it can be opened. */
    @Activate
    public StoreOpener(BundleContext context, LedgerConfig config) {
        this.context = context;
        this.config = config;
        this.database = database(context, config);
        open();
    }

    @Modified
    void modified(LedgerConfig changed) {
        if (!changed.database().equals(config.database())) {
            LOG.warn(
                    "The database {} is used from the next start on; until then it is {}",
                    changed.database(),
                    config.database());
        } else if (!changed.user().equals(config.user()) || !changed.password().equals(config.password())) {
            LOG.warn("The database {} is asked by another user or password from the next start on", config.database());
        }
    }

    @Deactivate
    synchronized void close() throws InterruptedException {
        retries.shutdownNow();
        registration.ifPresent(ServiceRegistration::unregister);
        registration = Optional.empty();
        if (store.isPresent()) {
            store.get().close();
        } else {
            database.close();
        }
    }

    private synchronized void open() {
        if (retries.isShutdown()) {
            return;
        }
        try {
            DatabaseStore opened = new DatabaseStore(database, DatabaseStore.WAITING);
            store = Optional.of(opened);
            registration = Optional.of(context.registerService(Store.class, opened, null));
            retries.shutdown();
        } catch (SQLException e) {
            tell(e.getMessage());
            retries.schedule(this::open, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void tell(String reason) {
        if (!told.equals(reason)) {
            LOG.error(
                    "The ledger's database {} cannot be opened, no node is served until it can: {}", database, reason);
            told = reason;
        }
    }

    private static Database database(BundleContext context, LedgerConfig config) {
        if (config.database().startsWith(PostgresDatabase.SCHEME)) {
            return new PostgresDatabase(config.database(), config.user(), config.password());
        }
        String data = Optional.ofNullable(context.getProperty("karaf.data")).orElse("data");
        return new SqliteDatabase(Path.of(data).resolve(config.database()));
    }
}
