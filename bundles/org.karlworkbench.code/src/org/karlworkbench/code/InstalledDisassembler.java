package org.karlworkbench.code;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.SearchPath;

/**
 * A disassembler that may be on this machine. None is needed but for showing code.
 *
 * @param tool which one
 * @param version what it is, with its version or path, for people; null where it is not installed
 * @param debianPackage what brings it
 */
public record InstalledDisassembler(Tool tool, String version, String debianPackage) {
    /** All that are known, each with what there is of it here. Loads the libraries. */
    public static List<InstalledDisassembler> all() {
        return List.of(
                of(
                        Tool.CAPSTONE,
                        CapstoneLibrary.installed().map(CapstoneLibrary::tool),
                        Disassemblers.CAPSTONE_PACKAGES),
                of(Tool.LLVM, LlvmLibrary.installed().map(LlvmLibrary::tool), Disassemblers.LLVM_PACKAGES),
                of(Tool.OBJDUMP, SearchPath.find(List.of("objdump")).map(Path::toString), "binutils"));
    }

    private static InstalledDisassembler of(Tool tool, Optional<String> version, String debianPackage) {
        return new InstalledDisassembler(tool, version.orElse(null), debianPackage);
    }
}
