package org.karlworkbench.debug.memory;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.PlaceKind;
import org.karlworkbench.layout.Places;

/**
 * The code of the head as it was linked. A kernel changes its own startup code while it starts, and so does the processor,
 * which marks the descriptors that it has loaded (Intel SDM 3.4.5.1); a single such bit, and the head is not found.
 */
final class HeadCode {
    private HeadCode() {}

    /**
     * Puts back what no linker writes; the head lies at the same place in every relink.
     *
     * @param memory the bytes of an output section, which are changed
     * @param address its address
     * @param output its name
     * @param places where the kit's objects lie in any relink
     */
    static void restore(byte[] memory, long address, String output, Places places, LoadedKit kit)
            throws EngineException {
        for (int row = 0; row < places.count(); row++) {
            boolean head = places.kind(row) == PlaceKind.INPUT
                    && places.output(row).equals(output)
                    && kit.plan().head().contains(places.object(row));
            ObjectFile object = head ? kit.object(places.object(row)) : null;
            int section = places.sectionIndex(row);
            if (object != null && section > 0 && object.sections().isExecutable(section)) {
                restore(
                        memory,
                        places.address(row) - address,
                        object.content(section),
                        WrittenFields.of(object)[section]);
            }
        }
    }

    private static void restore(byte[] memory, long from, byte[] content, boolean[] written) {
        for (int i = 0; i < content.length && from + i < memory.length; i++) {
            if (written == null || !written[i]) {
                memory[(int) from + i] = content[i];
            }
        }
    }
}
