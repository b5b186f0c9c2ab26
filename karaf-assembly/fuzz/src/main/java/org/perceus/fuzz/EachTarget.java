package org.perceus.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All targets in one process, for when there is little time: the first byte of an input says which of them gets the rest. */
public final class EachTarget {
    private static final List<MethodHandle> TARGETS = new ArrayList<>();

    private EachTarget() {}

    /** @param classes the names of the targets' classes in the order of their numbers */
    public static void fuzzerInitialize(String[] classes) throws ReflectiveOperationException {
        MethodType takesBytes = MethodType.methodType(void.class, byte[].class);
        for (String name : classes) {
            TARGETS.add(MethodHandles.lookup().findStatic(Class.forName(name), "fuzzerTestOneInput", takesBytes));
        }
    }

    /** A number and an input. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Throwable {
        if (bytes.length > 0) {
            int number = Byte.toUnsignedInt(bytes[0]) % TARGETS.size();
            TARGETS.get(number).invokeExact(Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }
}
