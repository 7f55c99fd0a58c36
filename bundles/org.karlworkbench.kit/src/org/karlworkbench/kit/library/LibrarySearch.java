package org.karlworkbench.kit.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.ObjectFile;

/**
 * Takes from libraries what is missing, as linkers do (GNU ld manual, "Command-line Options", -l and --start-group): a
 * member is linked if it defines what an object before it needs and nothing before it defines. A weak reference asks for
 * nothing; a COMMON symbol takes a member that gives it a value.
 */
public final class LibrarySearch {
    private enum State {
        NEEDED,
        COMMON,
        DEFINED
    }

    private final Path folder;
    private final Map<String, State> symbols = new HashMap<>();
    private final Map<String, List<ObjectFile>> members = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * A search that knows no object yet.
     *
     * @param folder where the libraries lie
     */
    public LibrarySearch(Path folder) {
        this.folder = folder;
    }

    /**
     * Says what is defined without an object.
     *
     * @param name a symbol
     */
    public void define(String name) {
        symbols.put(name, State.DEFINED);
    }

    /**
     * Adds an object that is linked in any case.
     *
     * @param object the next one on the command line
     */
    public void add(ObjectFile object) {
        Symbols table = object.symbols();
        for (int i = 1; i < table.count(); i++) {
            if (table.binding(i) != Elf.STB_LOCAL) {
                State state = state(table, i);
                if (state != null) {
                    symbols.merge(table.name(i), state, (a, b) -> a.compareTo(b) > 0 ? a : b);
                }
            }
        }
    }

    private static State state(Symbols table, int symbol) {
        return switch (table.section(symbol)) {
            case Symbols.UNDEFINED -> table.binding(symbol) == Elf.STB_WEAK ? null : State.NEEDED;
            case Symbols.COMMON -> State.COMMON;
            default -> State.DEFINED;
        };
    }

    /** From here on nothing is looked for that gives a value to a COMMON symbol. */
    public void settleCommons() {
        symbols.replaceAll((_, state) -> state == State.COMMON ? State.DEFINED : state);
    }

    /**
     * Searches libraries, again and again until nothing more is found; the members that it takes are added.
     *
     * @param libraries their names
     * @return the members that were taken, in the order in which they are linked
     * @throws EngineException if a library cannot be read
     */
    public List<ObjectFile> search(List<String> libraries) throws EngineException {
        List<ObjectFile> found = new ArrayList<>();
        int before;
        do {
            before = found.size();
            for (String library : libraries) {
                searchOne(library, found);
            }
        } while (found.size() > before && libraries.size() > 1);
        return found;
    }

    /** What a member needs, one before it may have. */
    private void searchOne(String library, List<ObjectFile> found) throws EngineException {
        boolean more = true;
        while (more) {
            more = false;
            for (ObjectFile member : members(library)) {
                if (!taken.contains(member.name()) && isWanted(member)) {
                    taken.add(member.name());
                    add(member);
                    found.add(member);
                    more = true;
                }
            }
        }
    }

    private List<ObjectFile> members(String library) throws EngineException {
        List<ObjectFile> known = members.get(library);
        if (known == null) {
            known = new ArrayList<>();
            Path file = folder.resolve(library);
            for (Library.Member member : Library.members(file, library)) {
                ObjectFile.ofMember(file, member).ifPresent(known::add);
            }
            members.put(library, known);
        }
        return known;
    }

    private boolean isWanted(ObjectFile member) {
        Symbols table = member.symbols();
        for (int i = 1; i < table.count(); i++) {
            if (table.binding(i) != Elf.STB_LOCAL && table.section(i) != Symbols.UNDEFINED) {
                State state = symbols.get(table.name(i));
                boolean gives = table.section(i) != Symbols.COMMON && table.binding(i) != Elf.STB_WEAK;
                if (state == State.NEEDED || state == State.COMMON && gives) {
                    return true;
                }
            }
        }
        return false;
    }
}
