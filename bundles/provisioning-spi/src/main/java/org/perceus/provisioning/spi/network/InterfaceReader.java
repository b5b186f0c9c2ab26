package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.perceus.provisioning.spi.ProvisioningException;

/** Reads what administrators write: entries divided by semicolons, or a line of the module ipaddr of Perceus 1.x. */
final class InterfaceReader {
    private static final int LARGEST_TEXT = 16 << 10;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private InterfaceReader() {}

    static Interfaces read(String text) throws ProvisioningException {
        if (text.length() > LARGEST_TEXT) {
            throw new ProvisioningException("use at most " + LARGEST_TEXT + " characters");
        }
        if (CONTROL.matcher(text).find()) {
            throw new ProvisioningException("use one line");
        }
        return InterfaceOrder.of(IpaddrLine.isOne(text) ? IpaddrLine.read(text) : entries(text));
    }

    private static List<Interface> entries(String text) throws ProvisioningException {
        List<Interface> all = new ArrayList<>();
        for (String entry : text.split(";")) {
            if (!entry.isBlank()) {
                all.add(InterfaceEntry.read(entry.strip()));
            }
        }
        return all;
    }
}
