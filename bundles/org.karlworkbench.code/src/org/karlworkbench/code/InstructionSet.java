package org.karlworkbench.code;

import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;

/**
 * The languages of the machines, and what each disassembler calls them. A machine that none of them knows has no row;
 * a new one is one row here, and one in {@link HighHalves} where it loads addresses by halves.
 */
enum InstructionSet {
    I386(1, "(j\\w+|call\\w?|loop\\w*|xbegin\\w?)", "i386", "", "binutils"),
    AMD64(1, I386.branches.pattern(), "i386:x86-64", "", "binutils"),
    ARM(4, "b(l|lx)?" + Condition.ARM, "arm", "arm-linux-gnueabihf", "binutils-arm-linux-gnueabihf"),
    THUMB(2, "(b(l|lx)?" + Condition.ARM + "(\\.[nw])?|cbn?z)", "arm", ARM.tools, ARM.debian),
    ARM64(4, "(b|bl|b\\.\\w+|b(" + Condition.NAMES + ")|t?cbn?z|tbn?z)", "aarch64", "aarch64-linux-gnu"),
    MIPS(4, "(j|jal|jalx|(?!break|bitswap)b\\w*)", "mips:isa32r2", "mips64-linux-gnuabi64"),
    MIPS64(4, MIPS.branches.pattern(), "mips:octeon2", MIPS.tools),
    PPC(4, "b[a-z]*[-+]?", "powerpc:common", "powerpc-linux-gnu"),
    PPC64(4, PPC.branches.pattern(), "powerpc:common64", "powerpc64-linux-gnu"),
    SPARC(4, "(call|f?b[a-z,%]*|br[a-z,%]*)", "sparc:v9", "sparc64-linux-gnu"),
    RISCV64(2, "(c\\.)?(j|jal|b\\w+)", "riscv:rv64", "riscv64-linux-gnu"),
    ALPHA(4, "(br|bsr|f?b\\w+)", "alpha", "alpha-linux-gnu"),
    HPPA(4, "(b|bv|be|bb|addi?b|cmpi?b|comi?b|movi?b)(,\\S*)?", "hppa1.1", "hppa-linux-gnu"),
    SH(2, "(bra|bsr|b[tf](\\.s|/s)?)", "sh4", "sh4-linux-gnu");

    private static final int X86 = 3;
    private static final int SPARC_V9 = 1 << 4;
    private static final int THUMB_MODE = 1 << 4;
    private static final int BITS_32 = 1 << 2;
    private static final int BITS_64 = 1 << 3;
    private static final int BIG_ENDIAN = 1 << 31;

    private final int unit;
    private final Pattern branches;
    private final String objdump;
    private final String tools;
    private final String debian;

    InstructionSet(int unit, String branches, String objdump, String tools) {
        this(unit, branches, objdump, tools, "binutils-" + tools);
    }

    InstructionSet(int unit, String branches, String objdump, String tools, String debian) {
        this.unit = unit;
        this.branches = Pattern.compile(branches);
        this.objdump = objdump;
        this.tools = tools;
        this.debian = debian;
    }

    /** How ARM's branches end. */
    private static final class Condition {
        static final String NAMES = "eq|ne|cs|hs|cc|lo|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv";
        static final String ARM = "(" + NAMES + ")?";
    }

    /**
     * The set of a file.
     *
     * @param thumb whether the short instructions of ARM are meant
     */
    static Optional<InstructionSet> of(ElfHeader header, boolean thumb) {
        boolean is64 = header.is64();
        return Optional.ofNullable(
                switch (header.machine()) {
                    case Elf.EM_386 -> I386;
                    case Elf.EM_X86_64 -> AMD64;
                    case Elf.EM_ARM -> thumb ? THUMB : ARM;
                    case Elf.EM_AARCH64 -> ARM64;
                    case Elf.EM_MIPS -> is64 ? MIPS64 : MIPS;
                    case Elf.EM_PPC -> PPC;
                    case Elf.EM_PPC64 -> PPC64;
                    case Elf.EM_SPARC, Elf.EM_SPARCV9 -> SPARC;
                    case Elf.EM_RISCV -> is64 ? RISCV64 : null;
                    case Elf.EM_ALPHA -> ALPHA;
                    case Elf.EM_PARISC -> HPPA;
                    case Elf.EM_SH -> SH;
                    default -> null;
                });
    }

    /** The smallest distance of two instructions in bytes. */
    int unit() {
        return unit;
    }

    /** Whether an instruction may say itself where it jumps. */
    boolean isBranch(String mnemonic) {
        return branches.matcher(mnemonic).matches();
    }

    /** The bits of an address. */
    long addressMask() {
        return switch (this) {
            case I386, ARM, THUMB, MIPS, PPC, HPPA, SH -> 0xffff_ffffL;
            default -> -1;
        };
    }

    /** The number of capstone's {@code cs_arch}, or -1 where the versions that are known cannot do it. */
    int capstone() {
        return switch (this) {
            case ARM, THUMB -> 0;
            case ARM64 -> 1;
            case MIPS, MIPS64 -> 2;
            case I386, AMD64 -> X86;
            case PPC, PPC64 -> 4;
            case SPARC -> 5;
            default -> -1;
        };
    }

    /** Capstone's {@code cs_mode}. */
    int capstoneMode(ByteOrder order) {
        int mode =
                switch (this) {
                    case I386, MIPS, PPC -> BITS_32;
                    case AMD64, MIPS64, PPC64 -> BITS_64;
                    case THUMB -> THUMB_MODE;
                    case SPARC -> SPARC_V9;
                    default -> 0;
                };
        return order == ByteOrder.BIG_ENDIAN ? mode | BIG_ENDIAN : mode;
    }

    /** Whether capstone is asked for the syntax of AT&T, which OpenBSD's own tools speak. */
    boolean speaksAtt() {
        return capstone() == X86;
    }

    /**
     * LLVM's name of the machine; empty where it does not know it, adds nothing to what capstone knows, or (SPARC in LLVM
     * 15) ends the whole process on some bytes.
     */
    String triple() {
        return switch (this) {
            case I386 -> "i386";
            case AMD64 -> "x86_64";
            case ARM64 -> "aarch64";
            case RISCV64 -> "riscv64";
            default -> "";
        };
    }

    /** The instructions beyond the least that LLVM is to know. */
    String features() {
        return switch (this) {
            case ARM64 -> "+v8.6a,+mte,+sve";
            case RISCV64 -> "+m,+a,+f,+d,+c";
            default -> "";
        };
    }

    /** Part of the names of LLVM's functions that belong to the machine. */
    String llvm() {
        return switch (this) {
            case ARM64 -> "AArch64";
            case RISCV64 -> "RISCV";
            default -> "X86";
        };
    }

    /** Whether the distance of a branch counts from the next instruction. */
    boolean countsFromEnd() {
        return capstone() == X86;
    }

    /** Binutils' name of the machine. */
    String objdump() {
        return objdump;
    }

    /** Prefix of the names of binutils' programs, empty for this machine's own. */
    String tools() {
        return tools;
    }

    /** The Debian package with binutils. */
    String debian() {
        return debian;
    }
}
