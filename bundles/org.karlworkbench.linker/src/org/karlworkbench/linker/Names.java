package org.karlworkbench.linker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;

/**
 * The names of global symbols and who defines them (gABI, "Symbol Table"). A definition is a piece and an offset in it; of
 * an absolute symbol the piece is {@link #ABSOLUTE}.
 */
final class Names {
    static final int NONE = -1;
    static final int ABSOLUTE = -2;

    /** How strong a definition is. */
    static final int WEAK = 0;

    static final int COMMON = 1;
    static final int STRONG = 2;

    /**
     * One definition.
     *
     * @param object the object's number
     * @param symbol its index there
     * @param piece where it lies
     * @param offset how far from the piece's beginning, or the value
     * @param strength {@link #WEAK}, {@link #COMMON} or {@link #STRONG}
     */
    record Definition(int object, int symbol, int piece, long offset, int strength) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<Definition>> definitions = new ArrayList<>();
    private int[] asker = new int[1 << 10];
    private boolean[] strong = new boolean[1 << 10];
    private byte[] visibility = new byte[1 << 10];

    /** The number of a name. */
    int number(String name) {
        int next = names.size();
        int number = numbers.computeIfAbsent(name, _ -> next);
        if (number == next) {
            names.add(name);
            definitions.add(List.of());
            if (next == asker.length) {
                asker = Arrays.copyOf(asker, 2 * next);
                strong = Arrays.copyOf(strong, 2 * next);
                visibility = Arrays.copyOf(visibility, 2 * next);
            }
            asker[next] = NONE;
        }
        return number;
    }

    /** The number of a name, or {@link #NONE}. */
    int find(String name) {
        return numbers.getOrDefault(name, NONE);
    }

    String name(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }

    /** Says that an object refers to a name without defining it. */
    void refer(int number, int object, boolean weak) {
        if (asker[number] == NONE) {
            asker[number] = object;
        }
        strong[number] |= !weak;
    }

    /** Says how visible an object makes a name, by defining or by naming it; the least visible counts. */
    void see(int number, int how) {
        boolean less = visibility[number] == Elf.STV_DEFAULT || how < visibility[number];
        if (how != Elf.STV_DEFAULT && less) {
            visibility[number] = (byte) how;
        }
    }

    /** STV_*. */
    int visibility(int number) {
        return visibility[number];
    }

    /** An object that refers to a name, or {@link #NONE}. */
    int asker(int number) {
        return asker[number];
    }

    /** Whether something refers to it that is not content with nothing. */
    boolean isNeeded(int number) {
        return strong[number];
    }

    void define(int number, Definition definition) {
        List<Definition> known = definitions.get(number);
        if (known.isEmpty()) {
            definitions.set(number, List.of(definition));
        } else {
            List<Definition> more = new ArrayList<>(known);
            more.add(definition);
            definitions.set(number, more);
        }
    }

    /** All definitions, in the order of the kit. */
    List<Definition> definitions(int number) {
        return definitions.get(number);
    }
}
