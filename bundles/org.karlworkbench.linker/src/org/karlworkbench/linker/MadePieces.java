package org.karlworkbench.linker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.linker.machine.Fields;
import org.karlworkbench.linker.machine.Machine;
import org.karlworkbench.linker.machine.OffsetTable;
import org.karlworkbench.linker.machine.Words;

/**
 * What the linker itself makes: the global offset table, and for indirect functions (STT_GNU_IFUNC) the code that jumps to
 * what their resolvers choose at boot, the words that it jumps through and the relocations that fill these. Sizes are
 * known once a kit is read and never depend on the order.
 */
final class MadePieces {
    /** What symbol tables call the global offset table. */
    static final String GOT = "_GLOBAL_OFFSET_TABLE_";

    private static final String EHDR = "__ehdr_start";
    private static final Set<String> DEFINED = Set.of(GOT, EHDR);

    private record Word(byte kind, int anchor, long offset) {}

    private record Function(int anchor, long offset) {}

    private final Pieces pieces;
    private final Machine machine;
    private final Words order;
    private final int got;
    private final int words;
    private final int stubs;
    private final int relocations;
    private final Map<Word, Integer> slots = new HashMap<>();
    private final Map<Function, Integer> functions = new HashMap<>();
    private boolean needsGot;

    /** Adds the pieces, empty yet; they belong to no object of the kit. */
    MadePieces(KitReader read, Machine machine) {
        this.pieces = read.pieces();
        this.machine = machine;
        order = new Words(machine.order());
        int object = read.objects().size() + 1;
        int word = machine.word();
        int data = (int) (Elf.SHF_ALLOC | Elf.SHF_WRITE);
        got = pieces.add(object, 0, ".got", Elf.SHT_PROGBITS, data, word, 0);
        words = pieces.add(object, 0, ".igot.plt", Elf.SHT_PROGBITS, data, word, 0);
        stubs = pieces.add(object, 0, ".iplt", Elf.SHT_PROGBITS, (int) (Elf.SHF_ALLOC | Elf.SHF_EXECINSTR), 16, 0);
        relocations = pieces.add(
                object,
                0,
                machine.addends() ? ".rela.iplt" : ".rel.iplt",
                machine.addends() ? Elf.SHT_RELA : Elf.SHT_REL,
                (int) Elf.SHF_ALLOC,
                word,
                0);
    }

    /** Whether the linker defines a name that nothing else defines. */
    static boolean defines(String name) {
        return DEFINED.contains(name);
    }

    /** The piece of the global offset table. */
    int got() {
        return got;
    }

    /** Says that something is relative to the table. */
    void needGot() {
        needsGot = true;
    }

    /** The table as relocations ask for it. */
    OffsetTable table() {
        return new OffsetTable() {
            @Override
            public int piece() {
                return got;
            }

            @Override
            public int base() {
                return Anchors.GOT;
            }

            @Override
            public void need() {
                needsGot = true;
            }

            @Override
            public int slot(byte kind, int anchor, long offset) {
                needsGot = true;
                int next = tableSize();
                return slots.computeIfAbsent(new Word(kind, anchor, offset), _ -> next);
            }
        };
    }

    /** The piece of the code that jumps to indirect functions. */
    int stubs() {
        return stubs;
    }

    /** Where in it an indirect function's code begins. */
    int stub(int anchor, long offset) {
        int next = functions.size();
        return stubAt(functions.computeIfAbsent(new Function(anchor, offset), _ -> next));
    }

    private int stubAt(int number) {
        return machine.stubHead() + number * machine.stubSize();
    }

    /** Gives all pieces their sizes, places and bytes; those that are empty are in no kernel. */
    void settle(KitReader read) {
        int entry = machine.addends() ? 3 * machine.word() : 2 * machine.word();
        place(read, got, needsGot ? tableSize() : 0, needsGot);
        place(read, words, machine.replacesStubs() ? 0 : functions.size() * machine.word(), false);
        place(read, stubs, functions.isEmpty() ? 0 : stubAt(functions.size()), false);
        place(read, relocations, functions.size() * entry, false);
    }

    private int tableSize() {
        return (machine.tableHead() + slots.size()) * machine.word();
    }

    private void place(KitReader read, int piece, int size, boolean needed) {
        if (size > 0 || needed) {
            pieces.resize(piece, size);
            pieces.content(piece, read.arena().reserve(size));
            read.statements().place(pieces, piece, "");
        }
    }

    /** Adds the fields of all pieces, in the pieces' order; slots may hold a function's code, so the table comes last. */
    void addFields(Fields fields, byte[] arena) {
        fields.begin(got);
        slots.forEach((word, at) -> fields.add(at, word.kind(), word.anchor(), word.offset()));
        byte address = machine.address();
        fields.begin(words);
        if (!machine.replacesStubs()) {
            functions.forEach(
                    (function, number) -> // until boot the resolver itself
                    fields.add(number * machine.word(), address, function.anchor(), function.offset()));
        }
        fields.begin(stubs);
        functions.forEach((_, number) -> addStub(fields, arena, number));
        fields.begin(relocations);
        functions.forEach((function, number) -> addRelocation(fields, arena, function, number));
    }

    private void addStub(Fields fields, byte[] arena, int number) {
        int at = stubAt(number);
        int[] code = machine.stub(fields, at, words, number * machine.word());
        for (int i = 0; i < code.length; i++) {
            order.put32(arena, pieces.content(stubs) + at + Integer.BYTES * i, code[i]);
        }
    }

    private void addRelocation(Fields fields, byte[] arena, Function function, int number) {
        int word = machine.word();
        int at = number * (machine.addends() ? 3 : 2) * word;
        boolean replaces = machine.replacesStubs();
        fields.add(at, machine.address(), replaces ? stubs : words, replaces ? stubAt(number) : (long) number * word);
        order.put(arena, pieces.content(relocations) + at + word, word, machine.indirect());
        if (machine.addends()) {
            fields.add(at + 2 * word, machine.address(), function.anchor(), function.offset());
        }
    }
}
