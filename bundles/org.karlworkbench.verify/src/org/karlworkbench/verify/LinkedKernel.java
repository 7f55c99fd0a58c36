package org.karlworkbench.verify;

import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.verify.psabi.Psabi;

/** A linked kernel, read as far as that needs no word about where its pieces lie. Good for one accounting. */
public final class LinkedKernel {
    private final ElfFile file;
    private final LinkedObjects linked;
    private final Image image;
    private final SymbolValues values;
    /** Null for a machine whose formulas are not known. */
    private final Link link;

    /**
     * Reads a kernel.
     *
     * @param file the kernel, which stays open until the accounting has ended
     * @param linked the objects from which it was linked
     * @throws EngineException when it cannot be read
     */
    public LinkedKernel(ElfFile file, LinkedObjects linked) throws EngineException {
        this.file = file;
        this.linked = linked;
        image = new Image(file);
        values = new SymbolValues(linked, file.symbols());
        Psabi psabi = Psabi.of(file.header()).orElse(null);
        link = psabi == null ? null : new Link(file, image, psabi);
        readLoaded(file.sections());
    }

    private void readLoaded(Sections sections) throws EngineException {
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && !sections.isNoBits(i)) {
                image.content(i);
            }
        }
    }

    /** The kernel's file. */
    public ElfFile file() {
        return file;
    }

    LinkedObjects linked() {
        return linked;
    }

    Image image() {
        return image;
    }

    SymbolValues values() {
        return values;
    }

    Link link() {
        return link;
    }
}
