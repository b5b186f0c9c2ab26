package org.perceus.boot.internal.net;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;

/** The calls of the C library for what Java's own sockets and threads cannot do. */
interface LibC extends Library {
    /** Loaded when it is used first. */
    LibC INSTANCE = Native.load("c", LibC.class);

    int SOL_SOCKET = 1;
    int SO_BINDTODEVICE = 25;
    int SO_RCVBUFFORCE = 33;

    int PRIO_PROCESS = 0;

    int socket(int family, int type, int protocol) throws LastErrorException;

    int setsockopt(int socket, int level, int option, byte[] value, int length) throws LastErrorException;

    NativeLong recvfrom(int socket, byte[] buffer, NativeLong room, int flags, byte[] source, IntByReference length)
            throws LastErrorException;

    NativeLong sendto(int socket, byte[] message, NativeLong length, int flags, byte[] target, int targetLength)
            throws LastErrorException;

    int ioctl(int descriptor, NativeLong request, byte[] argument) throws LastErrorException;

    int getpriority(int which, int who) throws LastErrorException;

    int setpriority(int which, int who, int priority) throws LastErrorException;

    int close(int socket) throws LastErrorException;
}
