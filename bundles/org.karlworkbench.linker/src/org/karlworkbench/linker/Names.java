package org.karlworkbench.linker;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.NameNumbers;

/**
 * The names of global symbols and who defines them (gABI, "Symbol Table"). A definition is a piece and an offset in it; of
 * an absolute symbol the piece is {@link #ABSOLUTE}.
 */
final class Names {
    static final int NONE = -1;
    static final int ABSOLUTE = -2;

    /** How strong a definition is. */
    static final byte WEAK = 0;

    static final byte COMMON = 1;
    static final byte STRONG = 2;

    /**
     * One definition, with all that a kernel's symbol table tells of it.
     *
     * @param object the object's number
     * @param binding STB_*
     * @param type STT_*
     * @param other st_other
     * @param strength {@link #WEAK}, {@link #COMMON} or {@link #STRONG}
     * @param piece where it lies
     * @param offset how far from the piece's beginning, or the value
     * @param size st_size
     */
    record Definition(
            int object, byte binding, byte type, byte other, byte strength, int piece, long offset, long size) {}

    private final NameNumbers numbers;
    private final Map<Integer, List<Definition>> others = new HashMap<>();
    private Definition[] first;
    private int[] asker;
    private boolean[] strong;
    private boolean[] several;
    private byte[] visibility;

    /** Names that nobody has said anything of yet; more may be added. */
    Names(NameNumbers numbers) {
        this.numbers = numbers;
        int room = numbers.count() + 1;
        first = new Definition[room];
        asker = new int[room];
        strong = new boolean[room];
        several = new boolean[room];
        visibility = new byte[room];
        Arrays.fill(asker, NONE);
    }

    /** The number of a name. */
    int number(String name) {
        return reserve(numbers.number(name));
    }

    private int reserve(int number) {
        if (number >= asker.length) {
            int capacity = 2 * asker.length;
            Arrays.fill(asker = Arrays.copyOf(asker, capacity), number, capacity, NONE);
            first = Arrays.copyOf(first, capacity);
            strong = Arrays.copyOf(strong, capacity);
            several = Arrays.copyOf(several, capacity);
            visibility = Arrays.copyOf(visibility, capacity);
        }
        return number;
    }

    /** The number of a name, or {@link #NONE}. */
    int find(String name) {
        return numbers.find(name);
    }

    String name(int number) {
        return numbers.name(number);
    }

    /** Writes a name's bytes. */
    void write(int number, ByteArrayOutputStream out) {
        numbers.write(number, out);
    }

    int count() {
        return numbers.count();
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
        if (first[number] == null) {
            first[number] = definition;
        } else {
            several[number] = true;
            others.computeIfAbsent(number, _ -> new ArrayList<>(List.of(first[number])))
                    .add(definition);
        }
    }

    /** The only definition of a name; null if it has none or several. */
    Definition only(int number) {
        return several[number] ? null : first[number];
    }

    /** All definitions, in the order of the kit. */
    List<Definition> definitions(int number) {
        if (first[number] == null) {
            return List.of();
        }
        return several[number] ? others.get(number) : List.of(first[number]);
    }
}
