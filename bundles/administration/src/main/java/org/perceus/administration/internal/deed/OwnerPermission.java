package org.perceus.administration.internal.deed;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.administration.Account;
import org.perceus.administration.Administrator;
import org.perceus.administration.Permission;

/** Everything is allowed to root, to the account that runs the container, and to those whom the container itself let in. */
@Component
public final class OwnerPermission implements Permission {
    private static final String ROOT = "root";

    private final String own;

    /** Created by the container. */
    @Activate
    public OwnerPermission() {
        this(System.getProperty("user.name"));
    }

    OwnerPermission(String own) {
        this.own = own;
    }

    @Override
    public Optional<String> objection(Administrator who) {
        Account account = who.account();
        return account.origin() == Account.Origin.CONSOLE || List.of(ROOT, own).contains(account.name())
                ? Optional.empty()
                : Optional.of("the account " + account.name() + " may not do this: use " + ROOT
                        + (own.equals(ROOT) ? "" : " or " + own));
    }
}
