package org.karlworkbench.compare.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.karlworkbench.elf.Csv;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.PrivateFiles;

/** The symbols' figures as comma-separated values (RFC 4180). */
public final class LabTable {
    private LabTable() {}

    /**
     * Writes the table, a row for each symbol.
     *
     * @throws EngineException if the file cannot be written
     */
    public static void write(LabResult result, Path file) throws EngineException {
        PrivateFiles.replace(file, text(result).getBytes(StandardCharsets.UTF_8));
    }

    /** The table as text, a row for each symbol. */
    public static String text(LabResult result) {
        StringBuilder text = new StringBuilder("name,object,kind,block,basis,guess1,guesses50,minEntropy,shannon,"
                + "shannonCorrected,pageGuess1,pageGuesses50,pageMinEntropy,pageShannon,pageShannonCorrected\r\n");
        for (LabResult.SymbolFigures each : result.symbols()) {
            text.append(quoted(each.name())).append(',').append(quoted(each.object()));
            text.append(',').append(each.kind()).append(',').append(each.block() < 0 ? "" : each.block());
            text.append(',').append(each.basis().label());
            numbers(text, each.exact(), each.spread());
            numbers(text, each.page(), each.pageSpread());
            text.append("\r\n");
        }
        return text.toString();
    }

    private static void numbers(StringBuilder text, Guessing guessing, Spread spread) {
        text.append(String.format(
                Locale.ROOT,
                ",%.9g,%d,%.4f,%.4f,%.4f",
                guessing.guess1(),
                guessing.guesses50(),
                guessing.minEntropy(),
                spread.shannon(),
                spread.corrected()));
    }

    /** Quoted where it must be; what a table program would take for a formula begins with an apostrophe. */
    private static String quoted(String name) {
        String shown = Printable.of(name);
        String safe = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
        return Csv.text(safe);
    }
}
