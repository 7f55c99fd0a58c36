package org.karlworkbench.kit;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;

/** Counts what is in an object, by the definitions of CLI.md, Figures. */
final class ObjectFigures {
    private ObjectFigures() {}

    static KitObject of(ObjectFile object, Role role) {
        KitObject figures = KitFactory.eINSTANCE.createKitObject();
        figures.setName(object.name());
        figures.setRole(role);
        sections(object.sections(), figures);
        symbols(object.symbols(), figures);
        return figures;
    }

    private static void sections(Sections sections, KitObject figures) {
        long alignment = 1;
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)) {
                add(sections, i, figures);
                alignment = Math.max(alignment, sections.align(i));
            } else if (relocatesAllocated(sections, i)) {
                figures.setRelocations(figures.getRelocations() + sections.size(i) / sections.entrySize(i));
            }
        }
        figures.setAlignment(alignment);
    }

    private static void add(Sections sections, int i, KitObject figures) {
        long size = sections.size(i);
        if (sections.isExecutable(i)) {
            figures.setText(figures.getText() + size);
        } else if (sections.isNoBits(i)) {
            figures.setBss(figures.getBss() + size);
        } else if (sections.isWritable(i)) {
            figures.setData(figures.getData() + size);
        } else {
            figures.setRodata(figures.getRodata() + size);
        }
    }

    private static boolean relocatesAllocated(Sections sections, int i) {
        boolean relocates = sections.type(i) == Elf.SHT_REL || sections.type(i) == Elf.SHT_RELA;
        int target = sections.info(i);
        return relocates
                && target > 0
                && target < sections.count()
                && sections.isAllocated(target)
                && sections.entrySize(i) > 0;
    }

    private static void symbols(Symbols symbols, KitObject figures) {
        long[] functions = new long[symbols.count()];
        int found = 0;
        int defined = 0;
        for (int i = 1; i < symbols.count(); i++) {
            int type = symbols.type(i);
            if (symbols.section(i) == Symbols.UNDEFINED || type == Elf.STT_SECTION || type == Elf.STT_FILE) {
                continue;
            }
            defined++;
            if (type == Elf.STT_FUNC && symbols.size(i) > 0) {
                functions[found++] = place(symbols, i);
            }
        }
        figures.setSymbols(defined);
        figures.setFunctions(distinct(functions, found));
    }

    /** Section and value in one number: no section of an object is larger than 2^40 bytes. */
    private static long place(Symbols symbols, int i) {
        return ((long) symbols.section(i) << 40) ^ symbols.value(i);
    }

    private static int distinct(long[] values, int count) {
        Arrays.sort(values, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }
}
