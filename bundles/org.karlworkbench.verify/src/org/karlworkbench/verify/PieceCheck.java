package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.verify.psabi.FieldWidths;
import org.karlworkbench.verify.psabi.Nature;
import org.karlworkbench.verify.psabi.Psabi;
import org.karlworkbench.verify.psabi.Site;

/**
 * Compares a piece of the kernel with the object's section it was copied from, after relocating that anew. Fields whose
 * value is not computed are taken as they are.
 */
final class PieceCheck {
    private final Image image;
    private final Tally tally;
    private final Reporter reporter;
    private final KitFacts facts;
    private final Psabi psabi;
    private final FieldWidths widths;
    private final Site site;
    private final SymbolValues values;
    private final PoolPlaces pools;

    PieceCheck(
            Image image,
            Tally tally,
            Reporter reporter,
            KitFacts facts,
            ElfFile kernel,
            Link link,
            SymbolValues values,
            PoolPlaces pools) {
        this.image = image;
        this.tally = tally;
        this.reporter = reporter;
        this.facts = facts;
        this.psabi = Psabi.of(kernel.header()).orElse(null);
        this.widths = FieldWidths.of(kernel.header());
        this.site = new Site(link, kernel.header().order());
        this.values = values;
        this.pools = pools;
    }

    /**
     * Compares one piece and counts its bytes.
     *
     * @param section the kernel's section
     * @param start where in it the piece begins; the piece lies in it as a whole
     * @param input the object
     * @param inputSection its section
     * @param owner to whom bytes that are the same belong
     */
    void check(int section, int start, Input input, int inputSection, Owner owner) throws EngineException {
        byte[] expected = input.file().content(inputSection);
        byte[] found = image.content(section);
        int relocated = input.facts().relocatedBytes(inputSection);
        if (input.facts().isRelocated(inputSection)) {
            expected = expected.clone();
            site.enter(input, expected, found, start, image.sections().address(section) + start);
            for (Relocations table : input.facts().relocations(inputSection)) {
                relocate(table, input, expected, found, start);
            }
        }
        int wrong = 0;
        if (Arrays.mismatch(expected, 0, expected.length, found, start, start + expected.length) >= 0) {
            wrong = report(section, start, input, inputSection, expected);
        }
        int explained = expected.length - wrong;
        tally.count(Owner.RELOCATED, Math.min(relocated, explained));
        tally.count(owner, explained - Math.min(relocated, explained));
    }

    private void relocate(Relocations table, Input input, byte[] expected, byte[] found, int start)
            throws EngineException {
        int unchecked = 0;
        for (int i = 0; i < table.count(); i++) {
            if (!relocate(table, i, input, expected, found, start)) {
                accept(table, i, expected, found, start);
                unchecked++;
            } else if (site.isNextDone()) {
                i++;
            }
        }
        tally.relocations(table.count() - unchecked, unchecked);
    }

    /** Takes a field as the kernel has it. */
    private void accept(Relocations table, int i, byte[] expected, byte[] found, int start) {
        int from = from(table, i);
        int to = to(table, i, expected.length);
        if (from < to) {
            System.arraycopy(found, start + from, expected, from, to - from);
        }
    }

    private int from(Relocations table, int i) {
        return (int) Math.max(0, table.offset(i) - widths.before(table.type(i), table.offset(i)));
    }

    private int to(Relocations table, int i, int length) {
        return (int) Math.min(length, table.offset(i) + widths.after(table.type(i), table.offset(i)));
    }

    /** Relocates one field; false if it cannot be computed. */
    private boolean relocate(Relocations table, int i, Input input, byte[] expected, byte[] found, int start)
            throws EngineException {
        int offset = (int) table.offset(i);
        if (psabi == null || offset < 0 || offset > expected.length) {
            return false;
        }
        int source = Completed.source(psabi, table, i, input.file().symbols());
        try {
            return source >= 0 && relocate(table, i, source, input, expected, found, start);
        } catch (IndexOutOfBoundsException e) {
            return false; // the field does not fit into its section; the comparison will tell
        }
    }

    private boolean relocate(
            Relocations table, int i, int source, Input input, byte[] expected, byte[] found, int start)
            throws EngineException {
        int symbol = table.symbol(source);
        long value = values.value(input, symbol);
        if (value != SymbolValues.UNKNOWN) {
            return apply(table, i, source, value, values.nature(input, symbol), values.other(input, symbol));
        }
        Input home = values.home(input, symbol);
        int definition = values.definition(input, symbol);
        return home != null
                && home.isMerged(definition)
                && merged(table, i, source, home, definition, expected, found, start);
    }

    /** Applies a relocation, with symbol and addend of the one that it completes. */
    private boolean apply(Relocations table, int i, int source, long value, Nature nature, int other) {
        site.move((int) table.offset(i), value, table.addend(source), nature);
        site.addend(addend(table, i, source));
        site.know(table.data(i), other, (int) table.offset(source));
        return psabi.apply(i == source ? table.type(i) : table.type(i) | table.type(source) << Byte.SIZE, site);
    }

    /** The addend that the relocation has or the field itself holds, where the site is. */
    private long addend(Relocations table, int i, int source) {
        boolean implicit = !table.hasAddends() || psabi.sumsAddends();
        return table.addend(source) + (implicit ? psabi.implicit(table.type(i), site) : 0);
    }

    /** A reference to a merged string or constant: one of the places that hold the same content has to fit. */
    private boolean merged(
            Relocations table, int i, int source, Input input, int symbol, byte[] expected, byte[] found, int start)
            throws EngineException {
        site.move((int) table.offset(i), 0, table.addend(source), Nature.DEFINED);
        MergedEntry entry = MergedEntry.of(facts, input, symbol, addend(table, i, source));
        if (entry == null) {
            return false;
        }
        int from = from(table, i);
        int to = to(table, i, expected.length);
        byte[] before = Arrays.copyOfRange(expected, from, to);
        PoolPlaces.Group group = entry.group();
        for (int at = pools.first(entry.kind(), group); at >= 0; at = pools.next(group, at)) {
            if (!apply(table, i, source, pools.address(at) + entry.distance(), Nature.DEFINED, 0)) {
                return false;
            }
            if (Arrays.mismatch(expected, from, to, found, start + from, start + to) < 0) {
                if (psabi.isWhole(table.type(i))) {
                    pools.choose(group, at);
                }
                return true;
            }
            System.arraycopy(before, 0, expected, from, before.length);
        }
        int first = pools.first(entry.kind(), group);
        if (first >= 0) { // none fits; the comparison tells what had to be there
            apply(table, i, source, pools.address(first) + entry.distance(), Nature.DEFINED, 0);
        }
        return true;
    }

    /** Reports each run of differing bytes, and gives their number. */
    private int report(int section, int start, Input input, int inputSection, byte[] expected) throws EngineException {
        byte[] found = image.content(section);
        int wrong = 0;
        for (int at = 0; at < expected.length; at++) {
            int run = at;
            while (at < expected.length && expected[at] != found[start + at]) {
                at++;
            }
            if (at > run) {
                reporter.differs(section, start, input.file(), inputSection, run, at - run, expected, found);
                wrong += at - run;
            }
        }
        return wrong;
    }
}
