package org.karlworkbench.ui.symbolize;

import java.nio.file.Path;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.debug.trace.TraceReader;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.table.Shown;

/** What a symbolized trace means, in sentences. */
final class SymbolizeWords {
    private SymbolizeWords() {}

    /** The verdict in one line. */
    static String verdict(SymbolizeAnswer answer) {
        Symbolized symbolized = answer.symbolized();
        String where = answer.place().title();
        int others = symbolized.rejected().size();
        return switch (symbolized.verdict()) {
            case IDENTIFIED ->
                "Identified: " + Shown.line(name(symbolized.entry()) + whose(symbolized.entry()))
                        + (others == 0
                                ? ""
                                : ". " + Formats.plural(others, "other is rejected", "others are rejected"));
            case SEVERAL ->
                "Several: " + Formats.count(symbolized.candidates().size())
                        + " relinks fit about equally well, see Candidates";
            case KIT_ONLY -> "Valid for every relink of this kit: nothing in the trace differs from one to the next";
            case NONE -> "None: " + lower(symbolized.evidence().getLast()) + " (" + where + ")";
            case WRONG_KIT -> "Wrong kit: " + lower(symbolized.evidence().getLast()) + " (" + where + ")";
        };
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A ledger entry or a kernel by the kernel's name. */
    static String name(String entry) {
        Path path = Path.of(entry);
        Path kernel = entry.endsWith(LedgerFiles.SUFFIX) ? LedgerFiles.kernelOf(path) : path;
        return String.valueOf(kernel.getFileName());
    }

    /** Every kit may have a relink of that name. */
    private static String whose(String entry) {
        Path path = Path.of(entry);
        return path.getParent() == null ? "" : " of " + KitFile.whose(path);
    }

    /** What else has to be known: another trace, startup code, what was left out. */
    static String remarks(SymbolizeAnswer answer) {
        StringBuilder words = new StringBuilder();
        if (answer.other() != null) {
            words.append(sameCrash(answer)).append("\n");
        }
        if (answer.startup() > 0) {
            words.append(Formats.plural(answer.startup(), "place is", "places are"))
                    .append(" in startup code, which is unmapped after boot\n");
        }
        int left = answer.symbolized().leftOut();
        if (left > 0) {
            words.append(Formats.plural(left, "place more is", "places more are"))
                    .append(" left out\n");
        }
        answer.unread()
                .forEach(each ->
                        words.append("Not searched: ").append(Shown.line(each)).append("\n"));
        if (answer.cut()) {
            words.append("Only the last ")
                    .append(Formats.brief(TraceReader.MOST_BYTES))
                    .append(" were read\n");
        }
        return words.toString().strip();
    }

    private static String sameCrash(SymbolizeAnswer answer) {
        Boolean same = answer.symbolized().isSameCrash(answer.other());
        String other = " (the second trace: " + answer.other().verdict().word()
                + (answer.other().entry() == null
                        ? ""
                        : " " + Shown.line(name(answer.other().entry())))
                + ")";
        return (same == null
                        ? "It cannot be told whether both are the same crash"
                        : same ? "Both are the same crash" : "They are different crashes")
                + other;
    }
}
