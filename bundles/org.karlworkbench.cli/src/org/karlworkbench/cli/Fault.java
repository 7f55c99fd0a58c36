package org.karlworkbench.cli;

import java.nio.file.InvalidPathException;
import org.karlworkbench.elf.EngineException;

/** What no room of the engine expected, in one line like all trouble: too little memory, a faulty name, or a fault of ours. */
final class Fault {
    private static final int MIB = 20;

    private Fault() {}

    static EngineException of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof OutOfMemoryError) {
                return noMemory(each);
            }
            if (each instanceof InvalidPathException name) {
                return badName(name);
            }
            if (each instanceof EngineException known) {
                return known;
            }
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        return new EngineException(
                "fault",
                null,
                trace.length == 0 ? null : trace[0].toString(),
                "karl itself is wrong: " + thrown,
                "tell its makers this line and what led to it",
                thrown);
    }

    private static EngineException noMemory(Throwable thrown) {
        long most = Runtime.getRuntime().maxMemory() >> MIB;
        return new EngineException(
                EngineException.NO_MEMORY,
                null,
                null,
                "Java may take " + most + " MiB of memory, which is not enough",
                "allow it more: JDK_JAVA_OPTIONS=-Xmx" + Math.max(1024, 4 * most) + "m karl ...",
                thrown);
    }

    /** A file's name that the locale cannot write, or that no file can have. */
    static EngineException badName(InvalidPathException name) {
        return new EngineException(
                "bad-name", name.getInput(), null, "no name for a file: " + name.getReason(), cure(name), name);
    }

    private static String cure(InvalidPathException name) {
        boolean zero = name.getInput().indexOf('\0') >= 0;
        return zero ? "give another name" : "set LC_ALL to a locale that knows all characters, such as C.UTF-8";
    }
}
