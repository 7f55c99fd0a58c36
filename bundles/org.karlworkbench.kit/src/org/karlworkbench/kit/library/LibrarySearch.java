package org.karlworkbench.kit.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.NameNumbers;
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

    /**
     * A member that may be taken.
     *
     * @param names the numbers of what it defines
     * @param gives which of them get a value by it, so that it is wanted where others only ask for memory
     */
    private record Candidate(ObjectFile object, int[] names, BitSet gives) {}

    private final Path folder;
    private final NameNumbers numbers = new NameNumbers();
    /** By name; null for one of which no object has spoken. */
    private State[] states = new State[1 << 10];

    /** By library, what is not taken of it. */
    private final Map<String, List<Candidate>> members = new HashMap<>();

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
        raise(numbers.number(name), State.DEFINED);
    }

    private void raise(int name, State state) {
        if (name >= states.length) {
            states = Arrays.copyOf(states, Math.max(name + 1, 2 * states.length));
        }
        if (states[name] == null || state.compareTo(states[name]) > 0) {
            states[name] = state;
        }
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
                    raise(numbers.number(table, i), state);
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
        Arrays.setAll(states, name -> states[name] == State.COMMON ? State.DEFINED : states[name]);
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
        int before;
        do {
            before = found.size();
            for (Iterator<Candidate> rest = members(library).iterator(); rest.hasNext(); ) {
                Candidate member = rest.next();
                if (isWanted(member)) {
                    add(member.object());
                    found.add(member.object());
                    rest.remove();
                }
            }
        } while (found.size() > before);
    }

    private List<Candidate> members(String library) throws EngineException {
        List<Candidate> known = members.get(library);
        if (known == null) {
            known = new LinkedList<>();
            Path file = folder.resolve(library);
            for (Library.Member member : Library.members(file, library)) {
                ObjectFile.ofMember(file, member).map(this::candidate).ifPresent(known::add);
            }
            members.put(library, known);
        }
        return known;
    }

    private Candidate candidate(ObjectFile member) {
        Symbols table = member.symbols();
        int[] names = new int[table.count()];
        BitSet gives = new BitSet();
        int count = 0;
        for (int i = 1; i < table.count(); i++) {
            if (table.binding(i) != Elf.STB_LOCAL && table.section(i) != Symbols.UNDEFINED) {
                gives.set(count, table.section(i) != Symbols.COMMON && table.binding(i) != Elf.STB_WEAK);
                names[count++] = numbers.number(table, i);
            }
        }
        return new Candidate(member, Arrays.copyOf(names, count), gives);
    }

    private boolean isWanted(Candidate member) {
        for (int i = 0; i < member.names().length; i++) {
            int name = member.names()[i];
            State state = name < states.length ? states[name] : null;
            if (state == State.NEEDED || state == State.COMMON && member.gives().get(i)) {
                return true;
            }
        }
        return false;
    }
}
