package org.karlworkbench.kit.worth;

import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.Severity;

/** RISC-V code that was compiled for linkers which shorten it (RISC-V ABIs Specification, "Linker Relaxation"). */
final class RelaxedCode implements Question {
    /** R_RISCV_RELAX. */
    private static final int RELAX = 51;

    @Override
    public List<Finding> ask(Look look) throws EngineException {
        String first = null;
        int count = 0;
        for (ObjectFile object : look.loaded().objects()) {
            if (object.header().machine() == Elf.EM_RISCV && waits(object)) {
                first = first == null ? object.name() : first;
                count++;
            }
        }
        return count == 0 ? List.of() : finding(first, count).alone();
    }

    private static Said finding(String first, int count) {
        return new Said(
                Severity.WARNING,
                "relaxed-code",
                first,
                Look.plural(count, "object waits", "objects wait")
                        + " for a linker that shortens code (R_RISCV_RELAX), this one among them.",
                "lld 14 refuses such code, and where a linker shortens it the bytes of a function depend on the order."
                        + " Here GNU ld and the built-in linker leave it as it is.",
                "Compile with -mno-relax.");
    }

    private static boolean waits(ObjectFile object) throws EngineException {
        for (int section = 1; section < object.sections().count(); section++) {
            int type = object.sections().type(section);
            Relocations table = type == Elf.SHT_RELA ? object.relocations(section) : null;
            for (int i = 0; table != null && i < table.count(); i++) {
                if (table.type(i) == RELAX) {
                    return true;
                }
            }
        }
        return false;
    }
}
