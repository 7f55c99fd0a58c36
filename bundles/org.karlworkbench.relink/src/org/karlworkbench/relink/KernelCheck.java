package org.karlworkbench.relink;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Segments;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.KitPlace;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.layout.Places;

/**
 * Whether what a linker wrote is the kernel that was drawn: an executable for the kit's machine, entered inside its
 * code, the gap as it was drawn, {@code endboot} on a page boundary. The bytes and their order are the accounting's
 * business.
 */
final class KernelCheck {
    private static final List<String> GAP_SECTIONS = List.of(".text", ".rodata", ".data", ".bss");

    private static final Pattern ENTRY = Pattern.compile("\\bENTRY\\s*\\(");

    private final LoadedKit kit;
    private final Recipe recipe;
    private final ElfFile kernel;
    private final Places places;
    private final String linker;

    KernelCheck(LoadedKit kit, Recipe recipe, ElfFile kernel, Places places, LinkerTool linker) {
        this.kit = kit;
        this.recipe = recipe;
        this.kernel = kernel;
        this.places = places;
        this.linker = linker.title();
    }

    /** The header, the entry and the segments. */
    void file() throws EngineException {
        ElfHeader header = kernel.header();
        ElfHeader like = kit.objects().getFirst().header();
        require(header.isExecutable(), "is no executable");
        boolean same =
                header.is64() == like.is64() && header.order() == like.order() && header.machine() == like.machine();
        require(same, "is for another machine than the kit");
        Segments segments = kernel.segments();
        boolean entered = false;
        for (int i = 0; i < segments.count(); i++) {
            if (segments.type(i) == Elf.PT_LOAD) {
                require(segments.offset(i) + segments.fileSize(i) <= kernel.size(), "segment " + i + " is cut");
                entered |= (segments.flags(i) & Elf.PF_X) != 0 && holds(segments, i, header.entry());
            }
        }
        String entry = "the entry 0x" + Long.toHexString(header.entry()) + " lies in no executable segment";
        if (!entered && !namesEntry()) {
            throw noEntry(entry);
        }
        require(entered, entry);
    }

    /** Without a name to begin with, a linker takes 0 or what comes first. */
    private boolean namesEntry() throws EngineException {
        String script = kit.script();
        boolean byRecipe = recipe.getEntry() != null && !recipe.getEntry().isEmpty();
        boolean byFlag = kit.plan().flags().stream().anyMatch(flag -> flag.matches("-e.*|--entry.*"));
        return byRecipe
                || byFlag
                || script == null
                || ENTRY.matcher(LinkScript.read(kit.folder().resolve(script))).find();
    }

    private EngineException noEntry(String problem) {
        Path origin = kit.origin();
        KitPlace place = KitPlace.of(origin, kit.folder(), kit.script(), 0);
        return new EngineException(
                "no-entry",
                place.file(),
                place.place(),
                "names no entry, and " + problem,
                "name the first symbol of the startup code: ENTRY(symbol) in the script, or -e symbol in LINKFLAGS");
    }

    /** Where a recipe sets the text's address: a segment begins there, with the headers, or the section itself. */
    void textBase() throws EngineException {
        String set = recipe.getTextBase();
        if (set == null || set.isEmpty()) {
            return;
        }
        long base = Long.parseUnsignedLong(set.substring(2), 16);
        Segments segments = kernel.segments();
        int text = kernel.sections().find(".text");
        boolean there = text > 0 && kernel.sections().address(text) == base;
        for (int i = 0; i < segments.count(); i++) {
            there |= segments.type(i) == Elf.PT_LOAD && segments.virtualAddress(i) == base;
        }
        require(there, "the text does not begin at " + set);
    }

    /** Every section that is loaded has to be in a segment that a boot loader copies, with its own bytes. */
    void sections() throws EngineException {
        Sections sections = kernel.sections();
        for (int i = 1; i < sections.count(); i++) {
            boolean copied = sections.isAllocated(i) && !sections.isNoBits(i) && sections.size(i) > 0;
            require(!copied || isLoaded(sections, i), "the section " + sections.name(i) + " is in no segment");
        }
    }

    private boolean isLoaded(Sections sections, int section) {
        Segments segments = kernel.segments();
        for (int i = 0; i < segments.count(); i++) {
            long within = sections.address(section) - segments.virtualAddress(i);
            if (segments.type(i) == Elf.PT_LOAD
                    && Long.compareUnsigned(within, segments.fileSize(i)) < 0
                    && sections.size(section) <= segments.fileSize(i) - within
                    && sections.offset(section) == segments.offset(i) + within) {
                return true;
            }
        }
        return false;
    }

    /** Entries are virtual addresses on most machines, and physical ones where boot loaders want that. */
    private static boolean holds(Segments segments, int i, long entry) {
        long virtual = entry - segments.virtualAddress(i);
        long physical = entry - segments.physicalAddress(i);
        return Long.compareUnsigned(virtual, segments.memorySize(i)) < 0
                || Long.compareUnsigned(physical, segments.memorySize(i)) < 0;
    }

    /**
     * The gap.
     *
     * @param plan the gap that was linked
     * @return the address of {@code endboot}
     */
    long gap(GapPlan plan) throws EngineException {
        long[] sizes = {
            plan.gaps().text0() + plan.gaps().text1(),
            plan.gaps().rodata(),
            plan.gaps().data(),
            plan.gaps().bss()
        };
        long endboot = 0;
        for (int i = 0; i < sizes.length; i++) {
            int row = gapRow(GAP_SECTIONS.get(i), sizes[i]);
            if (i == 0) {
                require(row >= 0, "the gap has nothing in .text, so that nothing ends at " + GapCheck.ENDBOOT);
                endboot = places.address(row) + plan.gaps().text0();
            }
        }
        require(endboot % plan.page() == 0, GapCheck.ENDBOOT + " is not on a page boundary");
        return endboot;
    }

    private int gapRow(String section, long size) throws EngineException {
        for (int row = 0; row < places.count(); row++) {
            if (places.size(row) > 0
                    && places.object(row).equals(Places.GAP)
                    && places.section(row).equals(section)) {
                require(places.size(row) == size, "the gap in " + section + " is not as drawn");
                return row;
            }
        }
        require(size == 0, "the gap is missing in " + section);
        return -1;
    }

    /** The symbol at the end of the gap. */
    void symbol(long endboot) throws EngineException {
        Symbols symbols = kernel.symbols();
        if (symbols.count() > 1) { // a kit's flags can strip all of them
            int symbol = symbols.find(GapCheck.ENDBOOT);
            boolean right = symbol >= 0 && symbols.value(symbol) == endboot;
            require(right, "the symbol " + GapCheck.ENDBOOT + " is not at the end of the gap");
        }
    }

    private void require(boolean holds, String problem) throws EngineException {
        if (!holds) {
            throw new EngineException(
                    "bad-kernel", linker, null, "wrote a wrong kernel: " + problem, "use another linker or version");
        }
    }
}
