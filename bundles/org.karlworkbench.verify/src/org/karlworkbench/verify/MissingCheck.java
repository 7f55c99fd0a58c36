package org.karlworkbench.verify;

import java.util.HashSet;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;

/** Looks for input sections that are not in the kernel and have no reason not to be. */
final class MissingCheck {
    private final Inputs inputs;
    private final ScriptHints hints;
    private final Tally tally;
    private final Reporter reporter;
    private final Set<String> shared = new HashSet<>();

    MissingCheck(Inputs inputs, ScriptHints hints, Tally tally, Reporter reporter) {
        this.inputs = inputs;
        this.hints = hints;
        this.tally = tally;
        this.reporter = reporter;
    }

    void check() {
        for (Input input : inputs.inOrder()) {
            for (int i = 1; i < input.sections().count(); i++) {
                if (input.isPlaced(i) && isShared(input.sections(), i)) {
                    shared.add(input.sections().name(i));
                }
            }
        }
        for (Input input : inputs.inOrder()) {
            for (int i = 1; i < input.sections().count(); i++) {
                if (input.isLoaded(i) && !input.isPlaced(i) && input.sections().size(i) != 0) {
                    check(input, i);
                }
            }
        }
    }

    private void check(Input input, int section) {
        String name = input.sections().name(section);
        if (input.isMergeable(section) || LinkerSections.rewrites(name) && tally.hasLinker(name)) {
            return; // it went into a pool, whose content is checked as a whole, or into what the linker made of it
        }
        boolean copied = isShared(input.sections(), section) && shared.contains(name);
        if (copied || hints.discards(name) || LinkerSections.makes(name) || name.startsWith(".gnu.warning")) {
            tally.discard(input.name(), name);
        } else {
            reporter.misplaced("", input.name(), name, 0, "a place in the kernel", "none");
        }
    }

    /** Whether several objects may bring the same section, of which one is kept (gABI, section groups). */
    private static boolean isShared(Sections sections, int section) {
        return (sections.flags(section) & Elf.SHF_GROUP) != 0
                || sections.name(section).startsWith(".gnu.linkonce.");
    }
}
