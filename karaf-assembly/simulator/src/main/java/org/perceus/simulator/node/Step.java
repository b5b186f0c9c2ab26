package org.perceus.simulator.node;

/** What a boot consists of. */
public enum Step {
    /** Address and boot program's name, for the firmware. */
    FIRMWARE("firmware-dhcp", "DHCP of the firmware"),
    /** The boot program, or its first block. */
    BOOT_PROGRAM("boot-program", "boot program by TFTP"),
    /** Address and script's URL, for iPXE. */
    IPXE("ipxe-dhcp", "DHCP of iPXE"),
    /** iPXE's script. */
    IPXE_SCRIPT("ipxe-script", "script of iPXE"),
    /** Kernel and initramfs of Perceus OS. */
    PERCEUS_OS("perceus-os", "kernel and initramfs of Perceus OS"),
    /** From the first question for a script to having one. */
    NODE_SCRIPT("node-script", "node script"),
    /** One artifact. */
    ARTIFACT("artifact", "each artifact"),
    /** One event. */
    EVENT("event", "each event"),
    /** The event that the node is ready. */
    READY("ready", "word that it is ready"),
    /** From power-on to ready. */
    BOOT("boot", "power-on to ready");

    private final String key;
    private final String title;

    Step(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
