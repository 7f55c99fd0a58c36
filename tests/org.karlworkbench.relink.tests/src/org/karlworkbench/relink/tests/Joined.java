package org.karlworkbench.relink.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.LoadedKit;

/** Makes kits of which a kernel tells the whole order. */
final class Joined {
    private Joined() {}

    /**
     * A kit of another's objects, of which each has code: those that have none are one object with the first that has
     * some. Too little tells the order of those alone. In there is too what has a function that another one has: a C
     * library's archive has a few of those, and a kernel has none.
     */
    static LoadedKit kit(LoadedKit whole, Path folder) throws Exception {
        Path joined = Files.createDirectory(folder.resolve("joined"));
        List<String> names = new ArrayList<>(whole.plan().head());
        names.addAll(whole.plan().tail());
        names.add(whole.script());
        List<String> rest = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        for (String name : whole.plan().body()) {
            List<String> own = functions(whole.object(name).symbols());
            boolean again = own.stream().anyMatch(functions::contains);
            boolean code = hasCode(whole.object(name).sections());
            functions.addAll(own);
            (code && !again && !rest.isEmpty() ? names : rest).add(name);
        }
        for (String name : names) {
            Files.copy(whole.folder().resolve(name), joined.resolve(name));
        }
        new HandLink(whole, "ld").join(rest, joined.resolve("rest.o"));
        return Kits.load(joined);
    }

    private static List<String> functions(Symbols symbols) {
        return IntStream.range(1, symbols.count())
                .filter(i -> symbols.binding(i) != Elf.STB_LOCAL && symbols.isInSection(i))
                .filter(i -> symbols.type(i) == Elf.STT_FUNC || symbols.type(i) == Elf.STT_GNU_IFUNC)
                .mapToObj(symbols::name)
                .toList();
    }

    private static boolean hasCode(Sections sections) {
        int text = sections.find(".text");
        return text > 0 && sections.size(text) > 0;
    }
}
