package org.karlworkbench.verify;

import java.util.Arrays;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.verify.KitFacts.MergeKind;
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
        int relocated = 0;
        if (input.facts().isRelocated(inputSection)) {
            expected = expected.clone();
            site.enter(input, expected, found, start, image.sections().address(section) + start);
            for (Relocations table : input.facts().relocations(inputSection)) {
                relocate(table, input, expected, found, start);
            }
            relocated = input.facts().fieldBytes(inputSection);
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
            }
            i += site.isNextDone() ? 1 : 0;
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
        int symbol = table.symbol(i);
        int offset = (int) table.offset(i);
        long value = values.value(input, symbol);
        if (psabi == null || offset < 0 || offset > expected.length) {
            return false;
        }
        try {
            if (value != SymbolValues.UNKNOWN) {
                move(table, i, value, values.nature(input, symbol));
                return psabi.apply(table.type(i), site);
            }
            Input home = values.home(input, symbol);
            int definition = values.definition(input, symbol);
            return home != null
                    && home.isMerged(definition)
                    && merged(table, i, home, definition, expected, found, start);
        } catch (IndexOutOfBoundsException e) {
            return false; // the field does not fit into its section; the comparison will tell
        }
    }

    /** Goes to a field, with the addend that its relocation has or the field itself holds. */
    private void move(Relocations table, int i, long value, Nature nature) {
        site.move((int) table.offset(i), value, table.addend(i), nature);
        if (!table.hasAddends() || psabi.sumsAddends()) {
            site.addend(table.addend(i) + psabi.implicit(table.type(i), site));
        }
    }

    /** A reference to a merged string or constant: one of the places that hold the same content has to fit. */
    private boolean merged(Relocations table, int i, Input input, int symbol, byte[] expected, byte[] found, int start)
            throws EngineException {
        Symbols symbols = input.file().symbols();
        int home = symbols.section(symbol);
        move(table, i, 0, Nature.DEFINED);
        long addend = site.a();
        // the addend of a section's symbol chooses the entry; that of another one is a distance from it
        long chosen = symbols.type(symbol) == Elf.STT_SECTION ? addend : 0;
        long place = symbols.value(symbol) + chosen;
        byte[] content = input.file().content(home);
        if (place < 0 || place >= content.length) {
            return false;
        }
        MergeKind kind = MergeKind.of(input.sections(), home);
        MergedPool pool = facts.pool(kind);
        int begin = pool.start(content, (int) place);
        int entry = pool.entryAt(content, begin);
        int from = from(table, i);
        int to = to(table, i, expected.length);
        byte[] before = Arrays.copyOfRange(expected, from, to);
        PoolPlaces.Group group =
                new PoolPlaces.Group(input.facts().name(home), input.sections().align(home), entry);
        for (int at = pools.first(kind, group); at >= 0; at = pools.next(group, at)) {
            move(table, i, pools.address(at) + place - begin - chosen, Nature.DEFINED);
            if (!psabi.apply(table.type(i), site)) {
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
        int first = pools.first(kind, group);
        if (first >= 0) { // none fits; the comparison tells what had to be there
            move(table, i, pools.address(first) + place - begin - chosen, Nature.DEFINED);
            psabi.apply(table.type(i), site);
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
