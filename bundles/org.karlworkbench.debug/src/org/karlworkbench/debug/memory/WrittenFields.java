package org.karlworkbench.debug.memory;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/** Which bytes of an object a linker may write: the fields of its relocations, and a little around them. */
final class WrittenFields {
    /** No relocation's field is longer. */
    private static final int LONGEST = 8;

    /** So far before a relocation linkers change instructions. */
    private static final int BEFORE = 4;

    private WrittenFields() {}

    /** For each section its bytes; null where it has no relocations. */
    static boolean[][] of(ObjectFile object) throws EngineException {
        Sections sections = object.sections();
        boolean[][] fields = new boolean[sections.count()][];
        for (int i = 1; i < sections.count(); i++) {
            Relocations relocations = object.relocations(i);
            int target = sections.info(i);
            byte[] content = relocations == null ? null : object.content(target);
            for (int at = 0; content != null && at < relocations.count(); at++) {
                fields[target] = fields[target] == null ? new boolean[content.length] : fields[target];
                long from = Math.max(0, relocations.offset(at) - BEFORE);
                for (long each = from; each < relocations.offset(at) + LONGEST && each < content.length; each++) {
                    fields[target][(int) each] = true;
                }
            }
        }
        return fields;
    }
}
