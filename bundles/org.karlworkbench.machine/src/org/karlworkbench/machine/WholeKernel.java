package org.karlworkbench.machine;

import java.nio.file.Path;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.machine.disk.SafeDisk;

/** Whether a file can be a kernel at all: an executable of which no loaded byte is cut off. */
final class WholeKernel {
    private static final String CODE = "bad-kernel";
    private static final String CURE = "give a kernel";

    private WholeKernel() {}

    /**
     * Looks at a kernel's headers.
     *
     * @return its ELF header
     * @throws EngineException code {@code bad-kernel} or {@code bad-elf} if it is none, or a part is missing
     */
    static ElfHeader require(Path file) throws EngineException {
        try (ElfFile kernel = ElfFile.open(file)) {
            if (!kernel.header().isExecutable()) {
                throw new EngineException(CODE, file.toString(), null, "is no executable", CURE);
            }
            requireEntry(file, kernel);
            return kernel.header();
        }
    }

    private static void requireEntry(Path file, ElfFile kernel) throws EngineException {
        long entry = kernel.header().entry();
        Segments segments = kernel.segments();
        for (int i = 0; i < segments.count(); i++) {
            boolean code = segments.type(i) == Elf.PT_LOAD && (segments.flags(i) & Elf.PF_X) != 0;
            boolean virtual = isIn(entry, segments.virtualAddress(i), segments.memorySize(i));
            if (code && (virtual || isIn(entry, segments.physicalAddress(i), segments.memorySize(i)))) {
                return;
            }
        }
        throw new EngineException(CODE, file.toString(), null, "its entry lies in no segment with code", CURE);
    }

    private static boolean isIn(long address, long start, long size) {
        return Long.compareUnsigned(address - start, size) < 0;
    }

    /**
     * Refuses a kernel that is broken or for another architecture.
     *
     * @throws EngineException as {@link #require}, or code {@code foreign-architecture}
     */
    static void requireFor(Architecture machine, Path file) throws EngineException {
        if (!fits(require(file), machine)) {
            throw foreign(file, "is no kernel for " + machine.name());
        }
    }

    /**
     * Refuses a kit for another architecture than that of /bsd; a /bsd that is broken or missing decides nothing.
     *
     * @throws EngineException code {@code foreign-architecture}
     */
    static void requireSameMachine(MachineFiles files, LoadedKit kit) throws EngineException {
        ElfHeader there = there(files);
        if (there != null && !fits(there, kit.architecture())) {
            String machine = kit.architecture().name();
            throw foreign(kit.origin(), "is a kit for " + machine + ", and /bsd is a kernel for another architecture");
        }
    }

    /**
     * Refuses a kernel that is broken, or for another architecture than that of /bsd.
     *
     * @throws EngineException as {@link #require}, or code {@code foreign-architecture}
     */
    static void requireSameMachine(MachineFiles files, Path file) throws EngineException {
        ElfHeader kernel = require(file);
        ElfHeader there = there(files);
        boolean same = there == null
                || kernel.is64() == there.is64()
                        && kernel.order() == there.order()
                        && kernel.machine() == there.machine();
        if (!same) {
            throw foreign(file, "is a kernel for another architecture than /bsd");
        }
    }

    private static boolean fits(ElfHeader kernel, Architecture machine) {
        return kernel.bits() == machine.bits()
                && kernel.order() == machine.order()
                && kernel.machine() == machine.machine();
    }

    private static ElfHeader there(MachineFiles files) {
        try {
            return SafeDisk.exists(files.kernel()) ? require(files.kernel()) : null;
        } catch (EngineException e) {
            return null; // a broken kernel is there to be replaced
        }
    }

    static EngineException foreign(Path file, String problem) {
        return new EngineException("foreign-architecture", file.toString(), null, problem, "give one for this machine");
    }
}
