package org.karlworkbench.compare.lab;

import java.util.List;
import java.util.Map;

/**
 * What a laboratory run found out. It has no seed in it, and none of the draws can be told from it.
 *
 * @param kit the kit's name, for people
 * @param digest the kit's digest
 * @param layouts how many draws were made
 * @param planned how many were asked for; more than {@code layouts} where it was cancelled
 * @param kept of how many draws the addresses were kept, on which Shannon's figures rest
 * @param grain bytes of a cell of addresses for {@link SymbolFigures#spread}
 * @param page the page size in bytes
 * @param millis how long it took
 * @param gapEntropyBits entropies of the gaps by name, and {@code total}, by closed form
 * @param orderEntropyBits log2 of the number of orders; these count orders, which no attack has to guess
 * @param seedBits what a seed has
 * @param originalCapBits what the original's shuffle has
 * @param cap log2 of {@code kept}, above which no plug-in estimate comes
 * @param blocks the kit's blocks
 * @param symbols all symbols
 * @param sections output sections, by address
 * @param residue what one best guess hits often, the worst first
 * @param models how the blocks' distributions were found
 * @param checks the model against the draws
 * @param attack what an attacker gains who is after functions
 * @param growth how the estimate of Shannon's entropy grows with the draws
 * @param heat how often blocks lay where
 */
public record LabResult(
        String kit,
        String digest,
        int layouts,
        int planned,
        int kept,
        long grain,
        long page,
        long millis,
        Map<String, Double> gapEntropyBits,
        double orderEntropyBits,
        int seedBits,
        int originalCapBits,
        double cap,
        List<BlockRow> blocks,
        List<SymbolFigures> symbols,
        List<SectionFigures> sections,
        List<Residue> residue,
        List<ModelNote> models,
        List<Check> checks,
        Attack attack,
        List<Growth> growth,
        Heat heat) {

    /** The same as a part of more draws. */
    LabResult ofPlanned(int draws) {
        return new LabResult(
                kit,
                digest,
                layouts,
                draws,
                kept,
                grain,
                page,
                millis,
                gapEntropyBits,
                orderEntropyBits,
                seedBits,
                originalCapBits,
                cap,
                blocks,
                symbols,
                sections,
                residue,
                models,
                checks,
                attack,
                growth,
                heat);
    }

    /**
     * A block, for those who do not have the kit.
     *
     * @param number as in {@link SymbolFigures#block}
     * @param object its object
     * @param section the output section
     * @param size bytes
     */
    public record BlockRow(int number, String object, String section, long size) {}

    /**
     * The figures of a symbol.
     *
     * @param name its name
     * @param object its object, empty for what the script or the linker defines
     * @param kind {@code function data label script}
     * @param block the number of its block, or -1
     * @param basis where the probabilities come from
     * @param exact of the address
     * @param spread of the address, in cells of the grain
     * @param page of the page's number
     * @param pageSpread of the page's number
     */
    public record SymbolFigures(
            String name,
            String object,
            String kind,
            int block,
            Basis basis,
            Guessing exact,
            Spread spread,
            Guessing page,
            Spread pageSpread) {
        /** Whether it is a function that is shuffled or not; no label and no data. */
        public boolean isFunction() {
            return kind.equals("function");
        }
    }

    /**
     * An output section.
     *
     * @param name its name
     * @param contributors how many objects have bytes in it
     * @param basis where the probabilities come from
     * @param start of its beginning
     */
    public record SectionFigures(String name, int contributors, Basis basis, Guessing start) {}

    /**
     * Something that one best guess hits with a probability of 1/1024 or more.
     *
     * @param name the symbol's or section's name
     * @param object its object, or empty
     * @param kind {@code section}, or as for symbols
     * @param reason why
     * @param basis where the probability comes from
     * @param guessing how often, and how many values it takes
     */
    public record Residue(String name, String object, String kind, String reason, Basis basis, Guessing guessing) {}

    /**
     * How the distributions of one shuffle were found.
     *
     * @param section the output section
     * @param objects how many objects change places in it
     * @param basis where they come from
     * @param relativeError the standard error of the best guess's probability as a share of it; 0 for what is exact
     * @param why what stands against an exact computation, empty where it was made
     */
    public record ModelNote(String section, int objects, Basis basis, double relativeError, String why) {}

    /**
     * Draws against the model: Pearson's test for each block.
     *
     * @param cell bytes of a cell of addresses
     * @param blocks how many blocks had enough draws to be tested
     * @param least the smallest probability among them, times their number, at most 1
     * @param below the share of blocks with a probability below 0.05, which is about 0.05 where the model holds
     */
    public record Check(long cell, int blocks, double least, double below) {}

    /**
     * What an attacker gains who wants the address of one function.
     *
     * @param typical the function in the middle, by the best guess
     * @param typicalName its name
     * @param worst the one of the body that is guessed most easily
     * @param worstName its name
     */
    public record Attack(Guessing typical, String typicalName, Guessing worst, String worstName) {}

    /**
     * The estimate after some draws.
     *
     * @param layouts how many draws
     * @param shannon the mean over blocks of the plug-in estimate
     * @param corrected the mean of the corrected one
     * @param cap log2 of the draws
     */
    public record Growth(int layouts, double shannon, double corrected, double cap) {}

    /**
     * How often blocks began where.
     *
     * @param low the first cell's address
     * @param cell bytes of a cell
     * @param rows the blocks' objects
     * @param counts for each row, how often each cell
     */
    public record Heat(long low, long cell, List<String> rows, List<int[]> counts) {}
}
