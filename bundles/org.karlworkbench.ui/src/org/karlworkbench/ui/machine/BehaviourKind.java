package org.karlworkbench.ui.machine;

import java.util.Locale;
import java.util.Set;
import org.karlworkbench.machine.MachineContents;

/** What a person can let a machine do: a button's words and picture, and what has to be chosen for it. */
enum BehaviourKind {
    INSTALL(
            "Install",
            "install",
            "Installs a base set of link-kits into an empty root",
            Field.KITS,
            Field.NAME,
            Field.KERNEL,
            Field.LINKER),
    BOOT("Boot", "boot", "Boots /bsd, and makes the unique kernel of the next boot", Field.LINKER),
    UPGRADE(
            "Upgrade",
            "upgrade",
            "Installs a new base set over the old one; always engages",
            Field.KITS,
            Field.NAME,
            Field.KERNEL,
            Field.LINKER),
    MAKE_INSTALL(
            "Make Install",
            "kit",
            "Installs a developer's own kernel with its link-kit",
            Field.KITS,
            Field.NAME,
            Field.KERNEL,
            Field.LINKER),
    COPY("Copy a Kernel", "copy", "Copies a kernel over /bsd, which dis-engages", Field.KERNEL),
    REENGAGE("Re-Engage", "reengage", "Writes the checksum of /bsd, so that the next boot relinks it");

    /** Something to choose. */
    enum Field {
        /** Folders or archives of kits. */
        KITS,
        /** Which of the kits runs. */
        NAME,
        /** A kernel's file. */
        KERNEL,
        /** The linker of this run. */
        LINKER
    }

    private final String title;
    private final String icon;
    private final String tip;
    private final Set<Field> fields;

    BehaviourKind(String title, String icon, String tip, Field... fields) {
        this.title = title;
        this.icon = icon;
        this.tip = tip;
        this.fields = Set.of(fields);
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    String tip() {
        return tip;
    }

    /** The name by which tests find its button. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean asks(Field field) {
        return fields.contains(field);
    }

    /** Whether it makes sense now; what only seems so is refused by the plan, in words. */
    boolean fits(MachineContents contents) {
        boolean installed = contents.status().kernelSha256() != null;
        return (this == INSTALL) != installed
                && (this != REENGAGE || !contents.status().engaged());
    }
}
