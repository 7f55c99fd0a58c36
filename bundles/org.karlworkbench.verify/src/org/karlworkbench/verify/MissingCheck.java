package org.karlworkbench.verify;

import java.util.HashSet;
import java.util.Set;

/** Looks for input sections that are not in the kernel and have no reason not to be. */
final class MissingCheck {
    private final LinkedObjects linked;
    private final Tally tally;
    private final Reporter reporter;
    private Set<String> shared;

    MissingCheck(LinkedObjects linked, Tally tally, Reporter reporter) {
        this.linked = linked;
        this.tally = tally;
        this.reporter = reporter;
    }

    void check() {
        for (Input input : linked.inOrder()) {
            for (int section : input.facts().required()) {
                if (!input.isPlaced(section)) {
                    check(input, section);
                }
            }
        }
    }

    private void check(Input input, int section) {
        SectionName name = input.facts().name(section);
        if (input.facts().isMergeable(section)
                || name.rewritten() && tally.hasLinker(LinkerSections.joined(name.name()))) {
            return; // it went into a pool, whose content is checked as a whole, or into what the linker made of it
        }
        boolean copied = input.facts().isShared(section) && shared().contains(name.name());
        if (copied || name.needless()) {
            tally.discard(input.name(), name.name());
        } else {
            reporter.misplaced("", input.name(), name.name(), 0, "a place in the kernel", "none");
        }
    }

    /** The names of the sections in the kernel of which several objects may have brought one. */
    private Set<String> shared() {
        if (shared == null) {
            shared = new HashSet<>();
            linked.inOrder().forEach(this::addShared);
        }
        return shared;
    }

    private void addShared(Input input) {
        for (int i = 1; i < input.sections().count(); i++) {
            if (input.isPlaced(i) && input.facts().isShared(i)) {
                shared.add(input.facts().name(i).name());
            }
        }
    }
}
