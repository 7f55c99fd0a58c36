package org.karlworkbench.kit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.model.Recipe;

/**
 * Finds the loose sections of a kit: sections of the body that mean the same wherever they stand, as compilers make them
 * with {@code -ffunction-sections} and {@code -fdata-sections}. When in doubt a section is not loose and goes with its
 * object.
 */
final class LooseSections {
    /** What a section must not be: left out, tied to another section, or member of a group (gABI, "Sections"). */
    private static final long TIED = Elf.SHF_EXCLUDE | Elf.SHF_LINK_ORDER | Elf.SHF_GROUP;

    /** Data under other names is a table that is put together by the linker, or has a meaning to it. */
    private static final Pattern DATA = Pattern.compile("\\.(rodata|data|bss|sdata|sbss)(\\..*)?");

    private static final String END = "_end";
    private static final List<String> BEGINS = List.of("_start", "_begin");

    private final Sections sections;
    private final Symbols symbols;
    private final boolean[] begun;
    private final boolean[] ended;
    private boolean marked;

    private LooseSections(ObjectFile object) {
        sections = object.sections();
        symbols = object.symbols();
        begun = new boolean[sections.count()];
        ended = new boolean[sections.count()];
        for (int i = 1; i < symbols.count(); i++) {
            int type = symbols.type(i);
            if (symbols.isInSection(i)
                    && sections.isAllocated(symbols.section(i))
                    && type != Elf.STT_SECTION
                    && type != Elf.STT_FILE) {
                look(i);
            }
        }
    }

    /**
     * The loose sections, by object as the kit links them without a draw and by their place in the object. Objects to which
     * the recipe gives a place stay whole.
     */
    static SectionOrder of(LoadedKit kit, Recipe recipe) {
        Set<String> free = new HashSet<>(kit.plan().body());
        recipe.getOrder().forEach(free::remove);
        recipe.getPinned().forEach(free::remove);
        recipe.getNeighbours().forEach(group -> group.getObjects().forEach(free::remove));
        int[][] all = kit.looseSections();
        IntPredicate isFree = object -> free.contains(kit.objects().get(object).name());
        int[] objects = IntStream.range(0, all.length)
                .filter(isFree)
                .flatMap(object -> IntStream.generate(() -> object).limit(all[object].length))
                .toArray();
        int[] sections = IntStream.range(0, all.length)
                .filter(isFree)
                .flatMap(object -> Arrays.stream(all[object]))
                .toArray();
        return new SectionOrder(objects, sections);
    }

    /** The loose sections of each object. */
    static int[][] of(List<ObjectFile> objects) {
        return objects.stream().map(object -> new LooseSections(object).find()).toArray(int[][]::new);
    }

    private void look(int symbol) {
        int section = symbols.section(symbol);
        long size = symbols.size(symbol);
        boolean atEnd = symbols.value(symbol) + size == sections.size(section);
        if (size == 0 && atEnd) {
            marked |= !isAssemblers(symbols.name(symbol));
        } else if (symbols.type(symbol) == Elf.STT_FUNC && size > 0) {
            begun[section] |= symbols.value(symbol) == 0;
            ended[section] |= atEnd;
        }
        marked |= symbols.binding(symbol) != Elf.STB_LOCAL && endsAnother(symbols.name(symbol), section);
    }

    /** Whether an assembler made the symbol for itself: marks of code and data (psABI of arm), temporary labels. */
    private static boolean isAssemblers(String name) {
        return name.isEmpty() || name.startsWith("$") || name.startsWith(".L");
    }

    /** Whether a name says that something ends here that begins in another section of the object. */
    private boolean endsAnother(String name, int section) {
        if (!name.endsWith(END)) {
            return false;
        }
        String stem = name.substring(0, name.length() - END.length());
        return BEGINS.stream()
                .mapToInt(begin -> symbols.find(stem + begin))
                .anyMatch(begin -> begin > 0 && symbols.isInSection(begin) && symbols.section(begin) != section);
    }

    /** None where a symbol means what lies beside it: then all sections stay as the object has them. */
    private int[] find() {
        int[] found = new int[sections.count()];
        int count = 0;
        for (int i = 1; i < sections.count() && !marked; i++) {
            if (isLoose(i)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean isLoose(int i) {
        int type = sections.type(i);
        boolean plain = sections.isAllocated(i)
                && sections.size(i) > 0
                && (sections.flags(i) & TIED) == 0
                && (type == Elf.SHT_PROGBITS || type == Elf.SHT_NOBITS);
        return plain
                && (sections.isExecutable(i)
                        ? isFunctions(i)
                        : DATA.matcher(sections.name(i)).matches());
    }

    /**
     * Whether functions begin and end where the section does, so that none goes on in the next one, as assembler code may;
     * and it is no set, whose pieces the linker borders with symbols.
     */
    private boolean isFunctions(int i) {
        return begun[i] && ended[i] && sections.name(i).startsWith(".");
    }
}
