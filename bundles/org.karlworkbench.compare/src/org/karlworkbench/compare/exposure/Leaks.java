package org.karlworkbench.compare.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.karlworkbench.compare.blocks.Block;
import org.karlworkbench.compare.blocks.Blocks;
import org.karlworkbench.compare.blocks.Drawing;
import org.karlworkbench.compare.blocks.Role;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.Recipe;
import org.karlworkbench.linker.BuiltInLinker;
import org.karlworkbench.linker.LinkedNames;

/** What follows from a leak, by the way in which it leaks and by the defence. */
public final class Leaks {
    private final Defence defence;
    private final Blocks blocks;
    private final LinkedNames names;
    private final SymbolSpace symbols;
    private final Example example;
    private final References references;
    private final long page;

    /**
     * Prepares.
     *
     * @param linker the built-in linker of the kit and recipe
     * @param kit the kit
     * @param recipe the settings; the defence decides the unit
     * @param defence how addresses are hidden
     * @param kernel the addresses of one kernel, or null for an example
     * @throws EngineException for a recipe that cannot work
     */
    public Leaks(BuiltInLinker linker, LoadedKit kit, Recipe recipe, Defence defence, KernelAddresses kernel)
            throws EngineException {
        this.defence = defence;
        blocks = Exposure.blocks(linker, kit, recipe, defence);
        names = linker.names();
        symbols = new SymbolSpace(names, blocks);
        references = new References(kit, blocks, symbols);
        example = new Example(Drawing.of(linker, kit, Exposure.settings(recipe, defence)), blocks, kernel);
        example.learn(symbols);
        page = example.page();
    }

    /** The seed of the draw whose addresses serve as an example where there is no kernel. */
    public static Seed exampleSeed() {
        return Example.SEED.of(1);
    }

    /**
     * What is known after a leak.
     *
     * @param symbol what leaks, {@code NAME} or {@code OBJECT:NAME}
     * @param leak how
     * @throws EngineException with code {@code no-such-symbol} or {@code ambiguous-symbol}
     */
    public Knowledge of(String symbol, Leak leak) throws EngineException {
        int leaked = symbols.find(symbol);
        List<String> notes = new ArrayList<>();
        if (!example.isKernel()) {
            notes.add("Addresses are those of one draw, as an example.");
        }
        BitSet fixed = example.fixedBlocks();
        boolean whole = defence == Defence.NONE || leak == Leak.READ || defence == Defence.SLIDE && isExact(leak);
        BitSet byBlock = new BitSet();
        BitSet byRelocation = new BitSet();
        List<Knowledge.Candidate> candidates = List.of();
        if (whole) {
            notes.add(wholeNote(leak));
        } else {
            switch (leak) {
                case POINTER -> {
                    byBlock.set(symbols.block(leaked).number());
                    notes.add("A pointer into a block tells where that block lies and nothing else: a pointer to code "
                            + "tells nothing exact about its object's data, nor the other way round.");
                }
                case UNKNOWN -> candidates = candidates(leaked, fixed);
                case PAGE -> notes.add("The symbol, and so the beginning of its block, lies within one page.");
                case PAGECONTENT -> {
                    content(leaked, byBlock, byRelocation);
                    notes.add("Blocks on the page are told by their bytes, and what their relocated fields name by "
                            + "the addresses in these.");
                }
                case READ -> {}
            }
        }
        return knowledge(leaked, leak, whole, fixed, byBlock, byRelocation, candidates, notes);
    }

    private static boolean isExact(Leak leak) {
        return leak == Leak.POINTER || leak == Leak.PAGECONTENT || leak == Leak.PAGE;
    }

    private String wholeNote(Leak leak) {
        if (leak == Leak.READ) {
            return "Who can read everything knows everything, under each defence: it is against leaked pointers, not "
                    + "against reads. A direct map shows the image at an address of its own.";
        }
        return defence == Defence.NONE
                ? "Without a defence everything is known before anything leaks."
                : "One address tells the distance by which the whole kernel was moved.";
    }

    /** All symbols of the section that stand at the same remainder, none more likely than another. */
    private List<Knowledge.Candidate> candidates(int leaked, BitSet fixed) {
        Block own = symbols.block(leaked);
        long address = example.address(leaked);
        int[] found = symbols.all()
                .filter(each -> {
                    Block block = symbols.block(each);
                    long begin = address - symbols.offset(each);
                    return block.output() == own.output()
                            && !fixed.get(block.number())
                            && begin % block.align() == 0
                            && example.isPossible(block, begin);
                })
                .toArray();
        return Arrays.stream(found)
                .mapToObj(each -> new Knowledge.Candidate(
                        symbols.name(each), symbols.block(each).object(), 1.0 / found.length))
                .toList();
    }

    /** The blocks on the page, and the blocks that fields on it name. */
    private void content(int leaked, BitSet byBlock, BitSet byRelocation) throws EngineException {
        long first = Math.floorDiv(example.address(leaked), page) * page;
        for (Block block : blocks.all()) {
            long begin = example.begin(block);
            if (begin == Example.UNKNOWN
                    || block.size() == 0
                    || begin + block.size() <= first
                    || begin >= first + page) {
                continue;
            }
            byBlock.set(block.number());
            if (block.role() == Role.BODY || block.role() == Role.HEAD || block.role() == Role.TAIL) {
                for (References.Reference each : references.of(block.object())) {
                    long at = begin + blocks.offset(each.piece()) + each.offset();
                    if (blocks.of(each.piece()) == block && at >= first && at < first + page) {
                        byRelocation.set(each.target().number());
                    }
                }
            }
        }
    }

    private Knowledge knowledge(
            int leaked,
            Leak leak,
            boolean whole,
            BitSet fixed,
            BitSet byBlock,
            BitSet byRelocation,
            List<Knowledge.Candidate> candidates,
            List<String> notes) {
        List<Knowledge.Known> known = new ArrayList<>();
        List<Knowledge.Bounded> bounded = new ArrayList<>();
        for (Block block : blocks.all()) {
            String because = fixed.get(block.number())
                    ? "fixed"
                    : whole
                            ? "whole"
                            : byBlock.get(block.number())
                                    ? "block"
                                    : byRelocation.get(block.number()) ? "relocation" : null;
            if (because != null) {
                addKnown(block, leaked, leak, because, known);
            } else if (block.size() > 0) {
                bounded.add(bounded(block, leaked, leak));
            }
        }
        return new Knowledge(List.copyOf(known), List.copyOf(bounded), candidates, List.copyOf(notes));
    }

    private void addKnown(Block block, int leaked, Leak leak, String because, List<Knowledge.Known> known) {
        boolean pointed = leak == Leak.POINTER
                && (block == symbols.block(leaked) || because.equals("whole") && defence != Defence.NONE);
        for (int symbol : symbols.of(block)) {
            Long address = example.addressOrNull(symbol);
            Long distance = block == symbols.block(leaked)
                    ? Long.valueOf(symbols.offset(symbol) - symbols.offset(leaked))
                    : pointed && address != null ? Long.valueOf(address - example.address(leaked)) : null;
            known.add(new Knowledge.Known(
                    symbols.name(symbol), block.object(), names.section(block.output()), distance, address, because));
        }
    }

    private Knowledge.Bounded bounded(Block block, int leaked, Leak leak) {
        long low = example.low(block);
        long high = example.high(block);
        if (leak == Leak.PAGE && block == symbols.block(leaked)) {
            long first = Math.floorDiv(example.address(leaked), page) * page;
            low = Math.max(low, first - symbols.offset(leaked));
            high = Math.min(high, first + page - 1 - symbols.offset(leaked));
        }
        return new Knowledge.Bounded(block.object(), names.section(block.output()), low, high);
    }
}
