package org.perceus.shell.internal.boot;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Table;

/** Boots as a table. */
public final class BootTable {
    private BootTable() {}

    /** One row for each boot. */
    public static Table of(List<Boot> boots, Function<MacAddress, String> nameOf, Instant now) {
        Table table = new Table(
                Column.of("NODE"),
                Column.of("STARTED"),
                Column.of("STATE"),
                Column.number("TOOK"),
                Column.text("STEP"),
                Column.text("DETAIL"));
        for (Boot boot : boots) {
            String took = Amounts.duration(TimeLine.of(boot, now).total());
            table.row(
                    nameOf.apply(boot.id().mac()),
                    Amounts.moment(boot.started()),
                    boot.last().state().toString(),
                    boot.ended().isPresent() ? took : took + " so far",
                    boot.last().step(),
                    boot.last().detail().orElse(""));
        }
        return table;
    }
}
