package org.karlworkbench.kit;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** The catalogue: every architecture of KARL.md table B2, sorted by name, read from {@code architectures.txt}. */
public final class Architectures {
    private static final List<Architecture> ALL = CatalogueReader.read("architectures.txt");

    private Architectures() {}

    /**
     * All architectures.
     *
     * @return sixteen rows, sorted by name
     */
    public static List<Architecture> all() {
        return ALL;
    }

    /**
     * Finds an architecture by OpenBSD's name for it.
     *
     * @param name such as {@code amd64}
     * @return the row, or empty for a name that the catalogue does not have
     */
    public static Optional<Architecture> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * Finds the architecture of an object file. Where several share one kind of object (octeon and sgi, macppc and
     * socppc) the name in the kit's Makefile decides; without it, the first that is randomized.
     *
     * @param machine {@code e_machine}
     * @param bits 32 or 64
     * @param order the file's byte order
     * @param hint the name that the kit's Makefile gives, or null
     * @return the row, or empty for objects of no known architecture
     */
    public static Optional<Architecture> of(int machine, int bits, ByteOrder order, String hint) {
        List<Architecture> fitting = ALL.stream()
                .filter(each -> each.machine() == machine && each.bits() == bits && each.order() == order)
                .toList();
        return fitting.stream()
                .filter(each -> each.name().equals(hint))
                .findFirst()
                .or(() -> fitting.stream().filter(Architecture::randomized).findFirst());
    }
}
