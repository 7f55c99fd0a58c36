package org.karlworkbench.elf.tests;

import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;

/** Asks a file for all that it can tell. */
final class Reading {
    private Reading() {}

    /** Reads everything; returns a number that depends on it. */
    static long all(ElfFile file) throws EngineException {
        long sum = file.header().hashCode();
        Sections sections = file.sections();
        for (int i = 0; i < sections.count(); i++) {
            sum += sections.name(i).hashCode() + sections.align(i) + sections.find(sections.name(i));
            sum += file.content(i).length;
        }
        for (int i = 0; i < file.segments().count(); i++) {
            sum += file.segments().fileSize(i);
        }
        sum += symbols(file.symbols(), sections);
        for (int i = 0; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_REL || sections.type(i) == Elf.SHT_RELA) {
                sum += relocations(
                        file.relocations(i),
                        file.symbols(),
                        sections,
                        file.header().isRelocatable());
            }
        }
        return sum + file.groups().size() + file.notes().hashCode();
    }

    private static long symbols(Symbols symbols, Sections sections) {
        long sum = 0;
        for (int i = 0; i < symbols.count(); i++) {
            String name = symbols.name(i);
            int found = symbols.find(name);
            if (!name.isEmpty() && !symbols.name(found).equals(name)) {
                throw new AssertionError("symbol " + i + " is not found by its name");
            }
            if (symbols.find(symbols, i) != found) {
                throw new AssertionError("symbol " + i + " is found differently by its bytes");
            }
            // whoever follows the index must be able to
            sum += symbols.isInSection(i) ? sections.type(symbols.section(i)) : symbols.section(i);
            sum += symbols.value(i) + symbols.size(i) + symbols.type(i) + symbols.binding(i) + symbols.visibility(i);
        }
        return sum;
    }

    private static long relocations(Relocations relocations, Symbols symbols, Sections sections, boolean relocatable) {
        long sum = sections.type(relocations.target());
        for (int i = 0; i < relocations.count(); i++) {
            sum += relocations.offset(i) + relocations.type(i) + relocations.addend(i) + relocations.data(i);
            sum += relocatable ? symbols.value(relocations.symbol(i)) : 0;
        }
        return sum;
    }
}
