package org.perceus.doctor.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** What the C library has and Java has not: packets of one device, whatever they carry (packet(7), socket(7)). */
interface LibC extends Library {
    /** Loaded at the first use. */
    LibC INSTANCE = Native.load("c", LibC.class);

    int AF_INET = 2;
    int AF_PACKET = 17;
    int SOCK_STREAM = 1;
    int SOCK_DGRAM = 2;
    int SOCK_RAW = 3;
    int SOL_SOCKET = 1;
    int SO_REUSEADDR = 2;
    int SO_BROADCAST = 6;
    int SO_RCVBUF = 8;
    int SO_RCVTIMEO = 20;
    int SO_BINDTODEVICE = 25;
    int SO_ATTACH_FILTER = 26;
    int SOL_PACKET = 263;
    int PACKET_ADD_MEMBERSHIP = 1;
    int CLONE_NEWNET = 0x40000000;

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int setsockopt(int socket, int level, int option, byte[] value, int length) throws LastErrorException;

    int setsockopt(int socket, int level, int option, Pointer value, int length) throws LastErrorException;

    int bind(int socket, byte[] address, int length) throws LastErrorException;

    long sendto(int socket, byte[] data, long length, int flags, byte[] address, int room) throws LastErrorException;

    long recvfrom(int socket, byte[] data, long length, int flags, byte[] address, int[] room)
            throws LastErrorException;

    int close(int socket) throws LastErrorException;

    int if_nametoindex(String device) throws LastErrorException;

    int adjtimex(byte[] state) throws LastErrorException;

    int unshare(int flags) throws LastErrorException;
}
