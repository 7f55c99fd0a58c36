package org.karlworkbench.relink;

import java.nio.ByteBuffer;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;

/** Reads a linker's gap.o back and compares it with what was drawn; linkers exit 0 on much that is wrong here. */
final class GapCheck {
    /** The symbol at the end of the code that is thrown away after boot. */
    static final String ENDBOOT = "endboot";

    private static final long TEXT = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
    private static final long DATA = Elf.SHF_ALLOC | Elf.SHF_WRITE;
    private static final long KINDS = Elf.SHF_ALLOC | Elf.SHF_WRITE | Elf.SHF_EXECINSTR;

    private static final int EABI_VERSION = 0xff000000;

    private final GapPlan plan;
    private final ElfFile file;
    private final String linker;

    private GapCheck(GapPlan plan, ElfFile file, LinkerTool linker) {
        this.plan = plan;
        this.file = file;
        this.linker = linker.path().toString();
    }

    /**
     * Checks gap.o.
     *
     * @param plan what it has to be
     * @param file what the linker wrote
     * @param linker the linker, named when it is wrong
     * @throws EngineException with code {@code bad-gap} and the first difference
     */
    static void check(GapPlan plan, ElfFile file, LinkerTool linker) throws EngineException {
        GapCheck check = new GapCheck(plan, file, linker);
        Gaps gaps = plan.gaps();
        check.header();
        int text = check.section(".text", Elf.SHT_PROGBITS, TEXT, gaps.text0() + gaps.text1());
        check.require(file.sections().align(text) == plan.page(), ".text: is not aligned to the page");
        check.section(".rodata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, gaps.rodata());
        check.section(".data", Elf.SHT_PROGBITS, DATA, gaps.data());
        check.section(".bss", Elf.SHT_NOBITS, DATA, gaps.bss());
        check.endboot(text);
    }

    private void header() throws EngineException {
        ElfHeader like = plan.like();
        ElfHeader header = file.header();
        require(header.isRelocatable(), "is no relocatable object");
        boolean same = header.is64() == like.is64()
                && header.order() == like.order()
                && header.machine() == like.machine()
                && abi(header) == abi(like);
        require(same, "is for another machine or ABI than the kit");
    }

    /**
     * The flags by which linkers tell whether objects fit together. On Arm that is the version of the EABI: the
     * floating-point ABI is a matter of build attributes and is told by the flags of executables only (AAELF32, section
     * 5.2, "ELF Header"), but lld puts soft float into every file that it writes.
     */
    private static int abi(ElfHeader header) {
        return header.machine() == Elf.EM_ARM ? header.flags() & EABI_VERSION : header.flags();
    }

    private int section(String name, int type, long kind, long size) throws EngineException {
        Sections sections = file.sections();
        int found = -1;
        for (int i = 1; i < sections.count(); i++) {
            // hppa's ld makes room for branch stubs: a section of the same name with nothing in it
            if (sections.name(i).equals(name) && (found < 0 || sections.size(i) != 0)) {
                require(found < 0, name + ": is there twice");
                found = i;
            }
        }
        if (found < 0) {
            require(size == 0, name + ": is missing");
            return found;
        }
        require(sections.size(found) == size, name + ": has " + sections.size(found) + " bytes, not " + size);
        require(size == 0 || sections.type(found) == type, name + ": is of another type");
        require((sections.flags(found) & KINDS) == kind, name + ": has other flags");
        if (type == Elf.SHT_PROGBITS) {
            require(isFilled(file.content(found)), name + ": is not filled with the pad word");
        }
        return found;
    }

    private boolean isFilled(byte[] content) {
        ByteBuffer words = ByteBuffer.wrap(content).order(plan.like().order());
        while (words.remaining() >= GapPlan.WORD) {
            if (words.getInt() != plan.pad()) {
                return false;
            }
        }
        return !words.hasRemaining();
    }

    private void endboot(int text) throws EngineException {
        Symbols symbols = file.symbols();
        int endboot = symbols.find(ENDBOOT);
        require(endboot >= 0, "does not define " + ENDBOOT);
        boolean right = symbols.section(endboot) == text
                && symbols.value(endboot) == plan.gaps().text0()
                && symbols.binding(endboot) == Elf.STB_GLOBAL;
        require(right, ENDBOOT + " is not where it was drawn");
    }

    private void require(boolean holds, String problem) throws EngineException {
        if (!holds) {
            throw new EngineException(
                    "bad-gap", linker, GapObject.NAME, "made a wrong gap: " + problem, "use another linker or version");
        }
    }
}
