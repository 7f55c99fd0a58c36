package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;

/** Which relocation sections of an object are for which of its sections (gABI, sh_info of SHT_REL and SHT_RELA). */
public final class RelocationTables {
    private final ObjectFile object;
    private final int[] first;
    private final int[] more;

    /**
     * Prepares an object; its relocations are read when asked for.
     *
     * @param object the object
     */
    public RelocationTables(ObjectFile object) {
        this.object = object;
        Sections sections = object.sections();
        first = new int[sections.count()];
        more = new int[sections.count()];
        for (int i = sections.count() - 1; i > 0; i--) {
            int target = sections.info(i);
            boolean relocates = sections.type(i) == Elf.SHT_RELA || sections.type(i) == Elf.SHT_REL;
            if (relocates && target > 0 && target < sections.count()) {
                more[i] = first[target];
                first[target] = i;
            }
        }
    }

    /**
     * Whether anything relocates a section.
     *
     * @param section the section's index
     * @return true if there is a table for it
     */
    public boolean isRelocated(int section) {
        return first[section] != 0;
    }

    /**
     * The relocations of a loaded section.
     *
     * @param section the section's index
     * @return mostly one table, none for a section that nothing relocates
     * @throws EngineException when the object had to be read again and has changed
     */
    public List<Relocations> of(int section) throws EngineException {
        List<Relocations> tables = new ArrayList<>(1);
        for (int table = first[section]; table != 0; table = more[table]) {
            Relocations relocations = object.relocations(table);
            if (relocations != null) {
                tables.add(relocations);
            }
        }
        return tables;
    }
}
