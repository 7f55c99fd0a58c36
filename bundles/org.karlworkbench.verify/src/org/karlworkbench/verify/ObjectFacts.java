package org.karlworkbench.verify;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.verify.KitFacts.MergeKind;

/** What an accounting needs of an object; the same for all links of it. */
final class ObjectFacts {
    private final ObjectFile file;
    private final int number;
    private final SectionName[] names;
    private final List<Relocations>[] relocations;
    private final int[] relocatedBytes;
    private final int[] required;

    /**
     * Looks at an object.
     *
     * @param number its number in its kit
     * @param toName gives what there is to know about a section's name
     * @throws EngineException when the object had to be read again and has changed
     */
    ObjectFacts(ObjectFile file, int number, Function<String, SectionName> toName) throws EngineException {
        this.file = file;
        this.number = number;
        Sections sections = file.sections();
        RelocatedFields relocated = new RelocatedFields(file);
        names = new SectionName[sections.count()];
        relocations = newTables(sections.count());
        relocatedBytes = new int[sections.count()];
        int[] found = new int[sections.count()];
        int count = 0;
        for (int i = 1; i < sections.count(); i++) {
            names[i] = toName.apply(sections.name(i));
            if (sections.isAllocated(i)) {
                if (relocated.isRelocated(i)) {
                    relocations[i] = relocated.tables(i);
                    relocatedBytes[i] = relocated.bytes(i);
                }
                if (isRequired(sections, i)) {
                    found[count++] = i;
                }
            }
        }
        required = Arrays.copyOf(found, count);
    }

    private static boolean isRequired(Sections sections, int i) {
        return sections.type(i) != Elf.SHT_NULL && sections.size(i) != 0 && (sections.flags(i) & Elf.SHF_EXCLUDE) == 0;
    }

    ObjectFile file() {
        return file;
    }

    /** Its number in its kit. */
    int number() {
        return number;
    }

    /** What is known about the name of a section; null for the null section. */
    SectionName name(int section) {
        return names[section];
    }

    /** The sections that have to be in the kernel, or a reason not to be; not to be changed. */
    int[] required() {
        return required;
    }

    @SuppressWarnings("unchecked") // an array of a type with parameters cannot be made otherwise
    private static List<Relocations>[] newTables(int count) {
        return new List[count];
    }

    /** Whether anything relocates a loaded section. */
    boolean isRelocated(int section) {
        return relocations[section] != null;
    }

    /** The relocations of a loaded section that has some. */
    List<Relocations> relocations(int section) {
        return relocations[section];
    }

    /** How many bytes of a loaded section a linker may write. */
    int relocatedBytes(int section) {
        return relocatedBytes[section];
    }

    /** Whether the linker takes a section apart: its strings or constants appear once in the kernel. */
    boolean isMergeable(int section) {
        return MergeKind.isMergeable(file.sections(), section);
    }

    /** Whether several objects may bring the same section, of which one is kept (gABI, section groups). */
    boolean isShared(int section) {
        return (file.sections().flags(section) & Elf.SHF_GROUP) != 0 || names[section].once();
    }
}
