package org.perceus.simulator.dhcp;

import java.nio.charset.StandardCharsets;

/** Which program a DHCP client says that it is (RFC 4578, RFC 3004, iPXE's encapsulated options). */
public enum Persona {
    /** The PXE ROM of a BIOS machine. */
    BIOS("PXEClient:Arch:00000:UNDI:002001", 0, false),
    /** The PXE of UEFI on x64. */
    UEFI("PXEClient:Arch:00007:UNDI:003016", 7, false),
    /** iPXE on a BIOS machine. */
    IPXE_BIOS("PXEClient:Arch:00000:UNDI:002001", 0, true),
    /** iPXE on UEFI on x64. */
    IPXE_UEFI("PXEClient:Arch:00007:UNDI:003016", 7, true);

    private static final int HTTP = 0x13;
    private static final int BZIMAGE = 0x18;
    private static final int EFI = 0x24;

    private final String vendorClass;
    private final int architecture;
    private final boolean ipxe;

    Persona(String vendorClass, int architecture, boolean ipxe) {
        this.vendorClass = vendorClass;
        this.architecture = architecture;
        this.ipxe = ipxe;
    }

    /** The iPXE that this firmware loads. */
    public Persona loaded() {
        return architecture == 0 ? IPXE_BIOS : IPXE_UEFI;
    }

    void write(OptionWriter options) {
        options.put(60, vendorClass.getBytes(StandardCharsets.US_ASCII))
                .put(93, 0, architecture)
                .put(94, 1, architecture == 0 ? 2 : 3, architecture == 0 ? 1 : 16);
        if (ipxe) {
            options.put(77, "iPXE".getBytes(StandardCharsets.US_ASCII))
                    .put(175, HTTP, 1, 1, architecture == 0 ? BZIMAGE : EFI, 1, 1);
        }
    }
}
