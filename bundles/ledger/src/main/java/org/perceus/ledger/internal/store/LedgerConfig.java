package org.perceus.ledger.internal.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code org.perceus.ledger}. */
@ObjectClassDefinition(name = "Perceus ledger")
public @interface LedgerConfig {
    @AttributeDefinition(
            description = "A file below the data folder, or the address of a PostgreSQL: jdbc:postgresql://HOST/NAME")
    String database() default "registry/registry.db";

    @AttributeDefinition(description = "Account at the PostgreSQL; that of this process when it is empty")
    String user() default "";

    @AttributeDefinition(description = "Password at the PostgreSQL", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "After so many days a change is dropped: it can no longer be read or undone")
    int historyDays() default 730;

    @AttributeDefinition(description = "How many changes are kept, the newest")
    int historyChanges() default 1_000_000;
}
