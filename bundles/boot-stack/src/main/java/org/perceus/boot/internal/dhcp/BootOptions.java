package org.perceus.boot.internal.dhcp;

import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;

/** The options that make firmware load a boot file. Pure. */
final class BootOptions {
    /**
     * Discovery control (PXE 2.1 section 2.2.3, tag 6) with bit 3: load the file that the reply names, look for no boot
     * server, show no menu.
     */
    private static final Octets LOAD_AT_ONCE = Octets.of(6, 1, 8, OptionCode.END);

    /** iPXE shall not wait for the answer of a PXE server beside us (its encapsulated option 176). */
    private static final Octets NO_PROXY_DHCP = Octets.of(176, 1, 1);

    private final ServerFacts server;

    BootOptions(ServerFacts server) {
        this.server = server;
    }

    /** What makes firmware load a file, in the reply that gives it its address. */
    void add(DhcpOptions.Builder options, ClientMessage.Query query, String file) {
        Firmware firmware = query.client().firmware();
        name(options, firmware, file);
        if (firmware.loader() == Loader.IPXE) {
            options.put(OptionCode.IPXE, NO_PROXY_DHCP);
        }
        // UEFI takes a reply without these as plain DHCP with a boot file; with them it may look for a boot server.
        if (isBiosRom(firmware)) {
            options.put(OptionCode.VENDOR_CLASS, "PXEClient").put(OptionCode.VENDOR_SPECIFIC, LOAD_AT_ONCE);
        }
    }

    /** What makes firmware load a file that has its address from another server: it knows such a reply by its class. */
    void addBeside(DhcpOptions.Builder options, ClientMessage.Query query, String file) {
        Firmware firmware = query.client().firmware();
        name(options, firmware, file);
        if (firmware.loader() != Loader.UEFI_HTTP) {
            options.put(OptionCode.VENDOR_CLASS, "PXEClient");
        }
        // UEFI that has no control of its discovery asks the boot server for the file, whoever else answers.
        if (isBiosRom(firmware)) {
            options.put(OptionCode.VENDOR_SPECIFIC, LOAD_AT_ONCE);
        }
    }

    private void name(DhcpOptions.Builder options, Firmware firmware, String file) {
        if (firmware.loader() == Loader.UEFI_HTTP) {
            options.put(OptionCode.VENDOR_CLASS, "HTTPClient");
        } else {
            options.put(OptionCode.TFTP_SERVER, server.address().toString());
        }
        options.put(OptionCode.BOOT_FILE, file);
    }

    private static boolean isBiosRom(Firmware firmware) {
        return firmware.loader() == Loader.PXE && firmware.architecture() == Architecture.BIOS;
    }
}
