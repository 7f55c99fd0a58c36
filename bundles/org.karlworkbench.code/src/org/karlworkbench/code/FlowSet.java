package org.karlworkbench.code;

import java.nio.ByteOrder;
import java.util.Optional;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;

/** A machine on which gadgets are looked for, with the library that reads its instructions. Safe for several threads. */
public final class FlowSet {
    private static final int REX = 0x40;

    private final InstructionSet set;
    private final LibraryDisassembler.Library library;

    private FlowSet(InstructionSet set, LibraryDisassembler.Library library) {
        this.set = set;
        this.library = library;
    }

    /**
     * What is known of a kernel's machine.
     *
     * @param kernel what messages call the file
     * @param header its header
     * @return it; empty for machines on which nobody looks for gadgets here
     * @throws EngineException code {@code no-disassembler} where the library is not installed, with the Debian package
     *     that brings it
     */
    public static Optional<FlowSet> of(String kernel, ElfHeader header) throws EngineException {
        InstructionSet set = InstructionSet.of(header, false).orElse(null);
        boolean known = set == InstructionSet.I386
                || set == InstructionSet.AMD64
                || (set == InstructionSet.ARM64 || set == InstructionSet.RISCV64)
                        && header.order() == ByteOrder.LITTLE_ENDIAN;
        return known ? Optional.of(new FlowSet(set, library(kernel, header, set))) : Optional.empty();
    }

    private static LibraryDisassembler.Library library(String kernel, ElfHeader header, InstructionSet set)
            throws EngineException {
        boolean llvm = set == InstructionSet.RISCV64;
        Optional<LibraryDisassembler.Library> found = llvm
                ? LlvmLibrary.installed().map(library -> library.of(set))
                : CapstoneLibrary.installed().map(library -> library.of(set, header.order()));
        String packages = llvm ? Disassemblers.LLVM_PACKAGES : Disassemblers.CAPSTONE_PACKAGES;
        return found.orElseThrow(() -> new EngineException(
                "no-disassembler",
                kernel,
                null,
                "the library that finds gadgets of " + set.objdump() + " is not installed",
                "install Debian's package " + packages));
    }

    LibraryDisassembler.Library library() {
        return library;
    }

    /** Whether instructions have any length and begin at any byte. */
    public boolean isX86() {
        return set == InstructionSet.I386 || set == InstructionSet.AMD64;
    }

    boolean isArm() {
        return set == InstructionSet.ARM64;
    }

    /** The smallest distance of two instructions in bytes: 1, 2 or 4. */
    public int unit() {
        return set.unit();
    }

    /** The most bytes that one instruction has. */
    public int longest() {
        return isX86() ? 15 : Integer.BYTES;
    }

    /**
     * The length of an instruction as its encoding tells, known or not: 4, or of riscv64 2 or 4 (unprivileged ISA 1.5).
     *
     * @return 0 for x86, where only decoding tells
     */
    public int encodedLength(byte[] code, int offset) {
        return switch (set) {
            case ARM64 -> Integer.BYTES;
            case RISCV64 -> (code[offset] & 3) == 3 ? Integer.BYTES : Short.BYTES;
            default -> 0;
        };
    }

    /** Which library reads them, with its version, for people. */
    public String tool() {
        return library.tool();
    }

    /**
     * Whether an instruction that begins at an offset may be {@link Flow#FREE}, from its first bytes: false only where it
     * is certainly none, so that nothing is decoded that need not be. Of x86 prefixes may come first (Intel SDM 2.1.1).
     */
    public boolean mayBeFree(byte[] code, int offset) {
        return switch (set) {
            case ARM64 ->
                // Branches through a register (Arm ARM C4.1.65)
                offset + 3 < code.length && (code[offset + 3] & 0xfe) == 0xd6;
            case RISCV64 -> isRegisterJump(code, offset);
            default -> isFreeX86(code, offset);
        };
    }

    /** JALR, or C.JR and C.JALR (RISC-V unprivileged ISA 2.5.1 and 16.4). */
    private static boolean isRegisterJump(byte[] code, int offset) {
        if (offset + 1 >= code.length) {
            return false;
        }
        int half = code[offset] & 0xff | (code[offset + 1] & 0xff) << Byte.SIZE;
        return (half & 0x7f) == 0x67 || (half & 0xe07f) == 0x8002;
    }

    /** RET, RETF, and JMP and CALL of group 5 (Intel SDM volume 2, A.3 and A.4). */
    private boolean isFreeX86(byte[] code, int offset) {
        int at = offset;
        while (at < code.length && at - offset < longest() && isPrefix(code[at] & 0xff)) {
            at++;
        }
        if (at >= code.length) {
            return false;
        }
        return switch (code[at] & 0xff) {
            case 0xc2, 0xc3, 0xca, 0xcb -> true;
            case 0xff -> at + 1 < code.length && (code[at + 1] >> 3 & 7) >= 2 && (code[at + 1] >> 3 & 7) <= 5;
            default -> false;
        };
    }

    private boolean isPrefix(int code) {
        return switch (code) {
            case 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3 -> true;
            default -> set == InstructionSet.AMD64 && (code & 0xf0) == REX;
        };
    }
}
