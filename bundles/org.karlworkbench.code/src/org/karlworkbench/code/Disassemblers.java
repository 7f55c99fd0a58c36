package org.karlworkbench.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.SearchPath;

/** Finds the disassembler for a kernel. Libraries are looked for once, when the first is wanted. */
public final class Disassemblers {
    static final String CAPSTONE_PACKAGES = "libcapstone4 or libcapstone5";
    static final String LLVM_PACKAGES = "libllvm14 or newer";

    private final ElfHeader header;
    private final InstructionSet set;
    private final List<String> packages = new ArrayList<>();

    private Disassemblers(ElfHeader header, InstructionSet set) {
        this.header = header;
        this.set = set;
    }

    /**
     * The first disassembler that is installed and knows the machine.
     *
     * @param kernel what messages call the file
     * @param header the file's header
     * @param thumb whether the short instructions of ARM are meant; nothing to other machines
     * @param allowed the tools that may be taken
     * @return it
     * @throws EngineException code {@code unknown-machine} where none knows the machine; {@code no-disassembler} where
     *     none of those that do is installed, with the Debian packages that bring them
     */
    public static Disassembler of(String kernel, ElfHeader header, boolean thumb, Set<Tool> allowed)
            throws EngineException {
        InstructionSet set = InstructionSet.of(header, thumb)
                .orElseThrow(() -> new EngineException(
                        "unknown-machine",
                        kernel,
                        "ELF header, e_machine",
                        "no disassembler is known for machine " + header.machine() + " of " + header.bits() + " bits",
                        null));
        return new Disassemblers(header, set).find(kernel, allowed);
    }

    private Disassembler find(String kernel, Set<Tool> allowed) throws EngineException {
        List<LibraryDisassembler.Library> libraries = new ArrayList<>();
        capstone(allowed.contains(Tool.CAPSTONE)).ifPresent(libraries::add);
        llvm(allowed.contains(Tool.LLVM)).ifPresent(libraries::add);
        Optional<Disassembler> objdump = objdump(allowed.contains(Tool.OBJDUMP));
        if (!libraries.isEmpty()) {
            Disassembler library = new LibraryDisassembler(set, libraries);
            return set == InstructionSet.SPARC && objdump.isPresent()
                    ? new SecondDisassembler(library, objdump.get())
                    : library;
        }
        return objdump.orElseThrow(() -> new EngineException(
                "no-disassembler",
                kernel,
                null,
                "no disassembler for " + set.objdump() + " is installed",
                "install Debian's package " + String.join(", or ", packages)));
    }

    private Optional<LibraryDisassembler.Library> capstone(boolean allowed) {
        if (set.capstone() < 0) {
            return Optional.empty();
        }
        packages.add(CAPSTONE_PACKAGES);
        return allowed ? CapstoneLibrary.installed().map(library -> library.of(set, header.order())) : Optional.empty();
    }

    private Optional<LibraryDisassembler.Library> llvm(boolean allowed) {
        if (set.triple().isEmpty()) {
            return Optional.empty();
        }
        packages.add(LLVM_PACKAGES);
        return allowed ? LlvmLibrary.installed().map(library -> library.of(set)) : Optional.empty();
    }

    private Optional<Disassembler> objdump(boolean allowed) {
        packages.add(set.debian());
        String program = set.tools().isEmpty() ? "objdump" : set.tools() + "-objdump";
        Optional<Path> path = allowed ? SearchPath.find(List.of(program)) : Optional.empty();
        return path.map(file -> new Objdump(file, set, header.order()));
    }
}
