package org.karlworkbench.relink.orders;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;

/** Goes through the relocations of an object's loaded sections. */
final class References {
    private References() {}

    /** Takes one relocation. */
    interface Visitor {
        /**
         * A relocation.
         *
         * @param table the table
         * @param i its index there
         * @throws EngineException when the object has to be read again and cannot be
         */
        void visit(Relocations table, int i) throws EngineException;
    }

    /** Visits all of them, in the object's order. */
    static void of(ObjectFile object, Visitor visitor) throws EngineException {
        Sections sections = object.sections();
        for (int section = 1; section < sections.count(); section++) {
            Relocations table = object.relocations(section);
            for (int i = 0; table != null && i < table.count(); i++) {
                visitor.visit(table, i);
            }
        }
    }
}
