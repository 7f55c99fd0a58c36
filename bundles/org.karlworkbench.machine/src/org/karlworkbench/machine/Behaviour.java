package org.karlworkbench.machine;

import java.nio.file.Path;
import java.util.List;

/** What can be done to a machine (KARL.md section F). */
public sealed interface Behaviour {
    /**
     * Its name in messages, in the timeline and as the command's verb.
     *
     * @return one word
     */
    default String word() {
        return switch (this) {
            case Install _ -> "install";
            case Upgrade _ -> "upgrade";
            case Boot _ -> "boot";
            case MakeInstall _ -> "make-install";
            case CopyKernel _ -> "cp";
            case Reengage _ -> "reengage";
        };
    }

    /**
     * Whether it makes a unique kernel from the machine's own kit.
     *
     * @return true for those that the log of relinks tells of
     */
    default boolean relinks() {
        return this instanceof Install || this instanceof Upgrade || this instanceof Boot;
    }

    /**
     * A base set.
     *
     * @param kits folders or archives of kits, one or more; an archive of several brings all of them
     * @param name the kit that runs; null for the first
     * @param kernel the kernel that the set ships; null for the kit linked in its own order
     */
    record Base(List<Path> kits, String name, Path kernel) {
        /** Copies the list. */
        public Base {
            kits = List.copyOf(kits);
        }
    }

    /**
     * A base set into an empty root.
     *
     * @param base the set
     */
    record Install(Base base) implements Behaviour {}

    /**
     * A new base set over an old machine.
     *
     * @param base the set
     */
    record Upgrade(Base base) implements Behaviour {}

    /** What stands at {@code /bsd} is booted, and the next kernel is made. */
    record Boot() implements Behaviour {}

    /**
     * A developer's own kernel with its kit.
     *
     * @param kit a folder or archive with the kit
     * @param name which of several; null where it holds one
     * @param kernel the kernel that was made of it; null to link one
     */
    record MakeInstall(Path kit, String name, Path kernel) implements Behaviour {}

    /**
     * A kernel copied over {@code /bsd}.
     *
     * @param kernel the kernel
     */
    record CopyKernel(Path kernel) implements Behaviour {}

    /** The kernel that is there may be relinked again. */
    record Reengage() implements Behaviour {}
}
