package org.karlworkbench.kit;

import java.nio.charset.StandardCharsets;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;

/** Which linker made a kernel, by the traits that each leaves in its files. */
public enum LinkedBy {
    /** GNU ld, or one that leaves no other's trait. */
    LD("ld"),
    /** LLVM's lld: it signs the comment, where the script keeps that, and writes the sections' names before all others. */
    LLD("lld"),
    /** The one that is built in: it signs the comment. */
    BUILT_IN("builtin");

    /** The section in which compilers and linkers sign their work. */
    public static final String SECTION = ".comment";

    /** What the built-in linker writes there. */
    public static final String SIGNATURE = "Linker: KARL Workbench";

    private final String label;

    LinkedBy(String label) {
        this.label = label;
    }

    /** The name by which recipes and ledger entries call it. */
    public String label() {
        return label;
    }

    /**
     * Looks at a kernel.
     *
     * @param kernel a linked kernel
     * @return the linker that most likely made it
     * @throws EngineException when its comment cannot be read
     */
    public static LinkedBy of(ElfFile kernel) throws EngineException {
        Sections sections = kernel.sections();
        int comment = sections.find(SECTION);
        String words = comment < 0 ? "" : new String(kernel.content(comment), StandardCharsets.ISO_8859_1);
        for (String word : words.split("\0")) {
            if (word.equals(SIGNATURE)) {
                return BUILT_IN;
            }
            if (word.startsWith("Linker: ") && word.contains("LLD")) {
                return LLD;
            }
        }
        int names = sections.find(".strtab");
        int own = sections.find(".shstrtab");
        return own > 0 && own < names ? LLD : LD;
    }
}
