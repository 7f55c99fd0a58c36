package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.Unit;
import org.karlworkbench.kit.model.Recipe;

/**
 * Whether a linker can take a kit's objects, found out before it starts: on some of what it cannot do, lld 14 crashes or
 * writes a kernel that is wrong (LINKERS.md section 1).
 */
final class Fitness {
    /** RISC-V psABI, table of relocation types. */
    private static final int RISCV_ALIGN = 43;

    private static final int RISCV_RELAX = 51;

    /** A comment of a script; or a word, and whether a list begins behind it. */
    private static final Pattern WORD = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)|([^\\s(){};]++)(\\s*+\\()?");

    private Fitness() {}

    /**
     * Refuses what the linker cannot take.
     *
     * @throws EngineException with code {@code linker-unfit} and the first object that it cannot take, or the linker where
     *     it cannot do what the recipe says
     */
    static void check(LoadedKit kit, Recipe recipe, LinkerTool tool) throws EngineException {
        if (Unit.of(recipe) == Unit.SECTION && !tool.isBuiltIn()) {
            throw new EngineException(
                    "linker-unfit", tool.title(), "unit", "does not move sections", "use --linker builtin");
        }
        if (kit.script() != null && kit.objects().stream().anyMatch(ObjectFile::isMember)) {
            requireNoLibraryPattern(kit.folder().resolve(kit.script()));
        }
        if (!relaxes(tool, kit.architecture())) {
            for (ObjectFile object : kit.objects()) {
                if (isRelaxed(object)) {
                    throw new EngineException(
                            "linker-unfit",
                            object.title(),
                            null,
                            "is compiled for a linker that shortens code (relaxation), which lld does not do",
                            "use --linker ld, or compile the kit with -mno-relax");
                }
            }
        }
    }

    /** Members of libraries are linked as files of their own, which such a pattern would silently pass over. */
    private static void requireNoLibraryPattern(Path script) throws EngineException {
        String text = LinkScript.read(script);
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            if (word.group(1) != null && isInLibrary(word.group(1), word.group(2) != null)) {
                long line = text.substring(0, word.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                throw new EngineException(
                        "script-refused",
                        script.toString(),
                        "line " + line,
                        word.group(1)
                                + " names files in a library, whose members are linked as files of their own here",
                        "take the sections of all files, or link their objects without the library");
            }
        }
    }

    /** {@code lib.a:m.o}, and {@code lib.a:} before a list of sections; an output section's name may end so. */
    private static boolean isInLibrary(String word, boolean list) {
        return word.contains(".a:") && (list || !word.endsWith(":"));
    }

    /** Whether it takes code that may be shortened (relaxation), or the architecture's code is never left to be. */
    static boolean relaxes(LinkerTool tool, Architecture architecture) {
        return tool.isBuiltIn() || !tool.dialect().equals(LinkerTool.LLD) || architecture.machine() != Elf.EM_RISCV;
    }

    private static boolean isRelaxed(ObjectFile object) throws EngineException {
        for (int section = 1; section < object.sections().count(); section++) {
            Relocations table = object.relocations(section);
            for (int i = 0; table != null && i < table.count(); i++) {
                if (table.type(i) == RISCV_RELAX || table.type(i) == RISCV_ALIGN) {
                    return true;
                }
            }
        }
        return false;
    }
}
