package org.karlworkbench.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.makefile.KitMakefile;

/**
 * What the kit's Makefile says of its link, and the catalogue where the Makefile is silent (KARL.md section J).
 *
 * @param config the configuration's name, such as GENERIC.MP
 * @param head the objects that stay first, without {@code gap.o}
 * @param body the objects that are shuffled, in the Makefile's order, by name without one
 * @param tail the objects that stay last, and where libraries stand, those of their members that are linked
 * @param flags LINKFLAGS, expanded, as spelled
 * @param pad the pad word, or -1 on an architecture without gaps
 * @param page the page size in bytes to which {@code endboot} is aligned
 * @param shuffled false for a kernel that keeps its order (SMALL_KERNEL)
 * @param gapDummy whether the original's gap recipe uses a dummy object
 * @param repeated objects that the Makefile names more than once
 */
public record KitPlan(
        String config,
        List<String> head,
        List<String> body,
        List<String> tail,
        List<String> flags,
        long pad,
        long page,
        boolean shuffled,
        boolean gapDummy,
        List<String> repeated) {

    static final Set<String> GAP_OBJECTS = Set.of(GapObject.NAME, "gapdummy.o");

    static KitPlan of(KitMakefile makefile, Architecture architecture, String folderName, List<String> files) {
        boolean silent = makefile == null;
        List<String> repeated = new ArrayList<>();
        Set<String> taken = new HashSet<>(GAP_OBJECTS);
        List<String> head = fresh(orElse(silent ? List.of() : makefile.head(), architecture.head()), taken, repeated);
        List<String> tail = fresh(tail(makefile, architecture, files), taken, repeated);
        List<String> listed = silent || makefile.objs().isEmpty() ? files : makefile.body();
        List<String> body = fresh(listed, taken, repeated);
        return new KitPlan(
                silent || makefile.config() == null ? folderName : makefile.config(),
                head,
                body,
                tail,
                orElse(silent ? List.of() : makefile.linkFlags(), architecture.flags()),
                silent ? architecture.pad() : makefile.pad().orElse(architecture.pad()),
                architecture.page(silent ? List.of() : makefile.options()),
                architecture.randomized() && (silent || makefile.shuffled()),
                silent || makefile.padWord() == null ? architecture.gapDummy() : makefile.gapDummy() != null,
                listed == files ? List.of() : repeated);
    }

    /** A tail that only the catalogue knows of is no tail where the kit has no such object. */
    private static List<String> tail(KitMakefile makefile, Architecture architecture, List<String> files) {
        if (makefile != null && !makefile.tail().isEmpty()) {
            return makefile.tail();
        }
        return architecture.tail().stream().filter(files::contains).toList();
    }

    private static List<String> orElse(List<String> said, List<String> catalogue) {
        return said.isEmpty() ? catalogue : said;
    }

    /** Those that have no place yet; the others are noted, and what is not an object of the kernel's is left out. */
    private static List<String> fresh(List<String> names, Set<String> taken, List<String> repeated) {
        Set<String> fresh = new LinkedHashSet<>();
        for (String name : names) {
            if (taken.add(name)) {
                fresh.add(name);
            } else if (!GAP_OBJECTS.contains(name)) {
                repeated.add(name);
            }
        }
        return List.copyOf(fresh);
    }

    /** The same with another tail. */
    KitPlan withTail(List<String> last) {
        return new KitPlan(config, head, body, last, flags, pad, page, shuffled, gapDummy, repeated);
    }

    /**
     * All that is linked but the gap.
     *
     * @return head, body, tail, in the order without a draw
     */
    public List<String> linked() {
        List<String> all = new ArrayList<>(head);
        all.addAll(body);
        all.addAll(tail);
        return all;
    }

    /** The objects of the folder that no list names. */
    List<String> unlisted(List<String> files) {
        Set<String> named = new HashSet<>(linked());
        named.addAll(GAP_OBJECTS);
        return files.stream().filter(file -> !named.contains(file)).toList();
    }
}
