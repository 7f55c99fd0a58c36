package org.karlworkbench.debug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** What holds for every relink of a kit: which symbols its objects define, where in their sections, and what calls there. */
public final class KitSymbols {
    /**
     * One definition of a symbol.
     *
     * @param object the object
     * @param section the index of its section
     * @param value where in the section
     * @param room how many bytes lie between it and the next symbol, or the section's end
     */
    public record Definition(ObjectFile object, int section, long value, long room) {
        /** Whether a trace can name an offset from it: up to its end, where a call that never returns would return to. */
        boolean reaches(long offset) {
            return offset <= room;
        }
    }

    private final LoadedKit kit;
    private final CallSites calls;
    private final Map<String, List<Definition>> definitions = new HashMap<>();
    private final Map<String, ObjectFile> objects = new HashMap<>();
    private final Map<String, int[][]> bySection = new HashMap<>();

    /**
     * Reads the symbol tables of a kit.
     *
     * @param kit the kit; its files have to stay as long as this is used
     */
    public KitSymbols(LoadedKit kit) {
        this.kit = kit;
        calls = CallSites.of(kit.objects().getFirst().header());
        for (ObjectFile object : kit.objects()) {
            objects.put(object.name(), object);
            add(object);
        }
    }

    private void add(ObjectFile object) {
        int[][] table = tables(object);
        bySection.put(object.name(), table);
        Symbols symbols = object.symbols();
        for (int section = 1; section < table.length; section++) {
            int[] rows = table[section];
            for (int i = 0; i < rows.length; i++) {
                int next = i + 1;
                while (next < rows.length && symbols.value(rows[next]) == symbols.value(rows[i])) {
                    next++;
                }
                long end = next < rows.length
                        ? symbols.value(rows[next])
                        : object.sections().size(section);
                long value = symbols.value(rows[i]);
                definitions
                        .computeIfAbsent(symbols.name(rows[i]), _ -> new ArrayList<>(1))
                        .add(new Definition(object, section, value, Math.max(symbols.size(rows[i]), end - value)));
            }
        }
    }

    /** For each section the symbols in it by value; of those at one value, functions and the larger ones last. */
    private static int[][] tables(ObjectFile object) {
        Symbols symbols = object.symbols();
        Sections sections = object.sections();
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < sections.count(); i++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 1; i < symbols.count(); i++) {
            int type = symbols.type(i);
            boolean named = type == Elf.STT_FUNC || type == Elf.STT_OBJECT || type == Elf.STT_NOTYPE;
            int section = symbols.section(i);
            if (named
                    && section > 0
                    && section < sections.count()
                    && sections.isAllocated(section)
                    && symbols.value(i) >= 0
                    && symbols.value(i) <= sections.size(section)
                    && !symbols.name(i).isEmpty()
                    && !symbols.name(i).startsWith(".L")
                    && !symbols.name(i).startsWith("$")) {
                lists.get(section).add(i);
            }
        }
        Comparator<Integer> order = Comparator.<Integer>comparingLong(symbols::value)
                .thenComparing(i -> symbols.type(i) == Elf.STT_FUNC)
                .thenComparingLong(symbols::size);
        int[][] tables = new int[sections.count()][];
        for (int i = 0; i < tables.length; i++) {
            tables[i] =
                    lists.get(i).stream().sorted(order).mapToInt(each -> each).toArray();
        }
        return tables;
    }

    /** The kit. */
    public LoadedKit kit() {
        return kit;
    }

    /**
     * All definitions of a name.
     *
     * @param name a symbol's name
     * @return none for a name that no object defines; several for names that are local to their objects
     */
    public List<Definition> definitions(String name) {
        return definitions.getOrDefault(name, List.of());
    }

    /** The definitions of a name from which an offset can be meant. */
    List<Definition> definitions(String name, long offset) {
        return definitions(name).stream().filter(each -> each.reaches(offset)).toList();
    }

    /**
     * What lies at an offset of an object's section.
     *
     * @param object the object's name
     * @param section the section's index there
     * @param offset in the section
     * @return null if the kit has no such section
     */
    public Spot at(String object, int section, long offset) {
        ObjectFile file = objects.get(object);
        if (file == null || section <= 0 || section >= file.sections().count()) {
            return null;
        }
        Area area = file.sections().isExecutable(section) ? Area.CODE : Area.DATA;
        int row = floor(file.symbols(), bySection.get(object)[section], offset);
        return row < 0
                ? new Spot(area, object, section, offset, null, 0)
                : new Spot(
                        area,
                        object,
                        section,
                        offset,
                        file.symbols().name(row),
                        offset - file.symbols().value(row));
    }

    private static int floor(Symbols symbols, int[] rows, long offset) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (symbols.value(rows[middle]) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : rows[low - 1];
    }

    /** Whether a call's pattern can be told on the kit's machine. */
    boolean knowsCalls() {
        return calls.isKnown();
    }

    /** Whether a call ends at an offset of a section. */
    boolean followsCall(String object, int section, long offset) throws EngineException {
        byte[] code = content(object, section);
        return code != null && calls.endsAt(code, offset);
    }

    /** The string from an offset of a section to its zero, or null. */
    String string(String object, int section, long offset) throws EngineException {
        byte[] bytes = content(object, section);
        return bytes == null ? null : Strings.at(bytes, offset);
    }

    private byte[] content(String object, int section) throws EngineException {
        ObjectFile file = objects.get(object);
        return file == null || section <= 0 || section >= file.sections().count() ? null : file.content(section);
    }

    /** The object of a name, or null. */
    ObjectFile object(String name) {
        return objects.get(name);
    }
}
