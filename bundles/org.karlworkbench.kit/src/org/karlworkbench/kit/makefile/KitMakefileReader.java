package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karlworkbench.kit.GapObject;

/** Derives what a kit needs from its Makefile. */
final class KitMakefileReader {
    private static final String DEFAULT_TAIL = "swapgeneric.o";
    private static final List<String> DEFAULT_REST = List.of("param.o", "ioconf.o", "vers.o");
    private static final List<String> LINK_REFERENCES = List.of("${SYSTEM_LD}", "$(SYSTEM_LD)");

    private final Makefile makefile;
    private final Problems problems = new Problems();
    private final List<String> objs;
    private final List<String> systemHead;
    private final LinkLine link;
    private final List<String> tail;

    KitMakefileReader(Makefile makefile) {
        this.makefile = makefile;
        this.objs = makefile.words("OBJS");
        this.systemHead = makefile.words("SYSTEM_HEAD");
        List<String> recipe = linkRecipe();
        String linker = first(makefile.words("LD"));
        this.link = LinkLine.of(makefile.expandText(String.join("\n", recipe)), linker);
        this.tail = tail(recipe);
    }

    private static String first(List<String> words) {
        return words.isEmpty() ? "ld" : words.getFirst();
    }

    KitMakefile read() {
        List<String> wholeHead = wholeHead();
        List<String> head = without(wholeHead, Set.of(GapObject.NAME));
        List<String> options = options();
        boolean small = options.contains("SMALL_KERNEL");
        KernelNames names = new KernelNames(makefile);
        List<String> machines = names.machines();
        GapCommand gap = gap();
        List<String> flags =
                makefile.isDefined("LINKFLAGS") ? ShellWords.split(makefile.expand("LINKFLAGS")) : link.flags();
        return new KitMakefile(
                names.config(),
                machines.isEmpty() ? null : machines.getFirst(),
                machines,
                options,
                small,
                makefile.words("DEBUG").stream().anyMatch(word -> word.startsWith("-g")),
                head,
                wholeHead.indexOf(GapObject.NAME),
                objs,
                body(head),
                tail,
                link.after().libraries(),
                shuffled(wholeHead.contains(GapObject.NAME) && !small),
                List.copyOf(flags),
                gap.spelled(),
                gap.pad().orElse(-1),
                gap.dummy(),
                gap.flags(),
                problems());
    }

    private List<MakefileProblem> problems() {
        List<MakefileProblem> all = new ArrayList<>(makefile.problems());
        all.addAll(problems.list());
        return List.copyOf(all);
    }

    /** The recipe that links: that of newbsd, of bsd, or of any rule that uses SYSTEM_LD; else SYSTEM_LD alone. */
    private List<String> linkRecipe() {
        for (String target : List.of("newbsd", "bsd")) {
            List<String> recipe =
                    makefile.rule(target).map(MakefileRule::recipe).orElse(List.of());
            if (recipe.stream().anyMatch(line -> references(line) >= 0 || line.contains("lorder"))) {
                return recipe;
            }
        }
        for (MakefileRule rule : makefile.rules()) {
            if (rule.recipe().stream().anyMatch(line -> references(line) >= 0)) {
                return rule.recipe();
            }
        }
        return List.of("${SYSTEM_LD}");
    }

    /** The place behind a reference to SYSTEM_LD, or -1. */
    private static int references(String line) {
        for (String reference : LINK_REFERENCES) {
            int at = line.indexOf(reference);
            if (at >= 0) {
                return at + reference.length();
            }
        }
        return -1;
    }

    private List<String> tail(List<String> recipe) {
        for (String line : recipe) {
            int end = references(line);
            List<String> appended = end < 0
                    ? List.of()
                    : LinkLine.objects(Modifiers.words(
                            makefile.expandText(line.substring(end)).replace(';', ' ')));
            if (!appended.isEmpty()) {
                return appended;
            }
        }
        if (!link.after().objects().isEmpty()) {
            return link.after().objects();
        }
        return makefile.text().contains(DEFAULT_TAIL) ? List.of(DEFAULT_TAIL) : List.of();
    }

    /** The head with the gap in its place. */
    private List<String> wholeHead() {
        if (link.readsOrder()) {
            return List.copyOf(link.before());
        }
        if (!systemHead.isEmpty()) {
            return LinkLine.objects(systemHead);
        }
        Set<String> others = new LinkedHashSet<>(objs);
        others.addAll(tail);
        List<String> head = new ArrayList<>();
        for (String object : link.before()) {
            if (others.contains(object)) {
                break;
            }
            head.add(object);
        }
        return List.copyOf(head);
    }

    /** An object that is listed twice stays so, for whoever checks the kit to tell. */
    private List<String> body(List<String> head) {
        if (!link.written().isEmpty()) {
            return List.copyOf(link.written());
        }
        Set<String> fixed = new LinkedHashSet<>(head);
        fixed.add(GapObject.NAME);
        fixed.addAll(tail);
        if (!link.readsOrder() && !link.before().isEmpty()) {
            return without(link.before(), fixed);
        }
        List<String> all = new ArrayList<>(objs);
        if (!all.isEmpty()) {
            fixed.addAll(objs);
            all.addAll(without(DEFAULT_REST, fixed));
        }
        return List.copyOf(all);
    }

    private boolean shuffled(boolean byDefault) {
        if (!link.sorter().isEmpty()) {
            return isShuffle(link.sorter());
        }
        if (makefile.isDefined("SORTR")) {
            return isShuffle(makefile.words("SORTR"));
        }
        return byDefault && link.before().isEmpty();
    }

    private static boolean isShuffle(List<String> words) {
        int sort = words.indexOf("sort");
        return words.contains("shuf")
                || sort >= 0 && words.subList(sort, words.size()).contains("-R");
    }

    private List<String> options() {
        return ShellWords.split(makefile.expand("IDENT")).stream()
                .filter(word -> word.startsWith("-D") && word.length() > 2)
                .map(word -> word.substring(2))
                .toList();
    }

    private GapCommand gap() {
        GapCommand gap = GapCommand.of(makefile.expand("MAKE_GAP"));
        for (String target : List.of(GapObject.NAME, "gap.S", "newbsd", "bsd")) {
            if (gap == GapCommand.NONE) {
                List<String> recipe =
                        makefile.rule(target).map(MakefileRule::recipe).orElse(List.of());
                gap = GapCommand.of(makefile.expandText(String.join("\n", recipe)));
            }
        }
        if (gap.spelled() != null && gap.pad().isEmpty()) {
            problems.bad(0, "the pad word is no number of 32 bits: " + Problems.quote(gap.spelled()));
        }
        return gap;
    }

    private static List<String> without(List<String> objects, Set<String> others) {
        return objects.stream().filter(object -> !others.contains(object)).toList();
    }
}
