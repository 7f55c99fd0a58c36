package org.karlworkbench.machine.emulator;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Architectures;
import org.karlworkbench.kit.StartupRange;

/**
 * A kernel's file, as far as starting it and looking at it needs.
 *
 * @param path the file as its user named it
 * @param architecture whose it is
 * @param board the machine for it
 * @param file the file; closed, which does not keep it from being read
 */
record KernelImage(Path path, Architecture architecture, Board board, ElfFile file) {
    private static final String XEN = "Xen";
    private static final int PVH_ENTRY = 18; // XEN_ELFNOTE_PHYS32_ENTRY

    /**
     * Reads a kernel.
     *
     * @throws EngineException if it is none, or one that no machine here starts
     */
    static KernelImage read(Path path) throws EngineException {
        try (ElfFile file = ElfFile.open(path)) {
            ElfHeader header = file.header();
            if (!header.isExecutable()) {
                throw refused(path, "is no kernel", "name a kernel that was linked");
            }
            Architecture architecture = Architectures.of(header.machine(), header.bits(), header.order(), null)
                    .orElseThrow(() -> refused(path, "is for a machine that is not known", "see karl arch"));
            Board board = Board.of(architecture)
                    .orElseThrow(() -> refused(
                            path,
                            "is for " + architecture.name() + ", whose kernels cannot be started here",
                            "kernels of these can: " + Board.architectures().collect(Collectors.joining(", "))));
            file.symbols();
            return new KernelImage(path, architecture, board, file);
        }
    }

    private static EngineException refused(Path path, String problem, String cure) {
        return new EngineException("bad-kernel", path.toString(), null, problem, cure);
    }

    /** How it has to be entered: an amd64 kernel without a note that QEMU understands is one of OpenBSD's. */
    Loader loader(Loader asked) throws EngineException {
        boolean amd64 = architecture.name().equals("amd64");
        if (asked == Loader.OPENBSD && !amd64) {
            throw refused(path, "is for " + architecture.name() + ", and the loader starts amd64 only", null);
        }
        if (asked != Loader.AUTO) {
            return asked;
        }
        return amd64 && !hasPvhNote() ? Loader.OPENBSD : Loader.QEMU;
    }

    private boolean hasPvhNote() throws EngineException {
        return file.notes().stream().anyMatch(note -> note.name().equals(XEN) && note.type() == PVH_ENTRY);
    }

    /** The address of a symbol, or empty if there is none. */
    OptionalLong find(String name) throws EngineException {
        Symbols symbols = file.symbols();
        int symbol = symbols.find(name);
        return symbol < 0 ? OptionalLong.empty() : OptionalLong.of(symbols.value(symbol));
    }

    /** The address of a symbol that somebody named. */
    long address(String name) throws EngineException {
        OptionalLong address = find(name);
        return address.orElseThrow(() -> new EngineException(
                "no-symbol", path.toString(), null, "has no symbol " + name, "see karl layout --by symbol"));
    }

    /** [kernel_text, endboot) by the kernel's own symbols; empty if they do not tell, or tell nonsense. */
    Optional<StartupRange> startup() throws EngineException {
        return StartupRange.of(file.symbols(), architecture);
    }
}
