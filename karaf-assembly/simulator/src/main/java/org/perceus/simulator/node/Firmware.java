package org.perceus.simulator.node;

import org.perceus.simulator.dhcp.DhcpExchange;
import org.perceus.simulator.dhcp.DhcpReply;
import org.perceus.simulator.tftp.TftpDownload;

/** The firmware: an address, and the boot program. Belongs to the loop's thread. */
final class Firmware {
    private final Machine machine;
    private final Runnable done;

    Firmware(Machine machine, Runnable done) {
        this.machine = machine;
        this.done = done;
    }

    void start() {
        long began = machine.begin(Step.FIRMWARE);
        DhcpExchange.begin(
                machine.site().loop(),
                machine.site().dhcp(),
                machine.site().behaviour().firmware(),
                machine.mac(),
                machine.counting(Incident.DHCP_REPEATED),
                lease -> {
                    machine.took(Step.FIRMWARE, began);
                    load(lease);
                },
                reason -> machine.fail("the firmware got " + reason));
    }

    private void load(DhcpReply lease) {
        long began = machine.begin(Step.BOOT_PROGRAM);
        TftpDownload.begin(
                machine.site().loop(),
                lease.address(),
                lease.server(),
                lease.file(),
                machine.site().behaviour().bootProgram(),
                machine.counting(Incident.TFTP_REPEATED),
                octets -> {
                    machine.took(Step.BOOT_PROGRAM, began);
                    done.run();
                },
                reason -> machine.fail("the firmware got no boot program: " + reason));
    }
}
