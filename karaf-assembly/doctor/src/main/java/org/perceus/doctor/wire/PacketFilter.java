package org.perceus.doctor.wire;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** A filter of the kernel (SO_ATTACH_FILTER, socket(7)), so that a busy device does not drown what is listened for. */
final class PacketFilter {
    /** What the kernel reads to find the program: how long it is, and where. */
    static final int PROGRAM_SIZE = 16;

    /** Datagrams of UDP over IPv4 to port 68, of which this is "udp dst port 68" in tcpdump's words. */
    static final PacketFilter DHCP_ANSWERS = new PacketFilter(new long[][] {
        {0x28, 0, 0, 12},
        {0x15, 0, 8, 0x0800},
        {0x30, 0, 0, 23},
        {0x15, 0, 6, 17},
        {0x28, 0, 0, 20},
        {0x45, 4, 0, 0x1fff},
        {0xb1, 0, 0, 14},
        {0x48, 0, 0, 16},
        {0x15, 0, 1, 68},
        {0x06, 0, 0, 65535},
        {0x06, 0, 0, 0}
    });

    private static final int INSTRUCTION = 8;

    private final Memory instructions;
    private final Memory program;

    private PacketFilter(long[][] lines) {
        instructions = new Memory((long) lines.length * INSTRUCTION);
        for (int i = 0; i < lines.length; i++) {
            long at = (long) i * INSTRUCTION;
            instructions.setShort(at, (short) lines[i][0]);
            instructions.setByte(at + 2, (byte) lines[i][1]);
            instructions.setByte(at + 3, (byte) lines[i][2]);
            instructions.setInt(at + 4, (int) lines[i][3]);
        }
        program = new Memory(PROGRAM_SIZE);
        program.setShort(0, (short) lines.length);
        program.setPointer(8, instructions);
    }

    Pointer program() {
        return program;
    }
}
