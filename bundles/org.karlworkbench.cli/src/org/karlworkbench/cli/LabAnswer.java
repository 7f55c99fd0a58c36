package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.karlworkbench.compare.lab.Guessing;
import org.karlworkbench.compare.lab.LabJson;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.elf.Printable;

/** What a laboratory run found out. */
record LabAnswer(LabResult result) implements Answer {
    private static final int MOST = 20;

    @Override
    public int status() {
        return Karl.DONE;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        LabJson.write(result, json);
    }

    @Override
    public void print(PrintWriter out) {
        String part = result.layouts() < result.planned() ? " of " + result.planned() + ", cancelled" : "";
        out.println("layouts    " + result.layouts() + part + ", " + result.millis() + " ms");
        out.printf(
                Locale.ROOT,
                "gaps       %.3f bits: %s%n",
                result.gapEntropyBits().get("total"),
                rounded());
        out.printf(
                Locale.ROOT,
                "orders     %.0f bits, of which a seed gives %d and the original's shuffle %d; no attack guesses orders%n",
                result.orderEntropyBits(),
                result.seedBits(),
                result.originalCapBits());
        LabResult.Attack attack = result.attack();
        if (attack != null) {
            attacked(out, "a function", attack.typicalName(), attack.typical());
            attacked(out, "at worst  ", attack.worstName(), attack.worst());
        }
        for (LabResult.ModelNote note : result.models()) {
            out.printf(
                    Locale.ROOT,
                    "model      %s, %d objects: %s%s%s%n",
                    Printable.of(note.section()),
                    note.objects(),
                    note.basis().label(),
                    note.relativeError() > 0 && note.relativeError() < 0.5
                            ? String.format(Locale.ROOT, ", within %.1f %%", 200 * note.relativeError())
                            : "",
                    note.why().isEmpty() ? "" : " (" + note.why() + ")");
        }
        for (LabResult.Check check : result.checks()) {
            out.printf(
                    Locale.ROOT,
                    "check      by %d bytes: %d blocks, %.1f %% of them below 0.05%n",
                    check.cell(),
                    check.blocks(),
                    100 * check.below());
        }
        residue(out);
    }

    private String rounded() {
        StringBuilder text = new StringBuilder();
        result.gapEntropyBits().forEach((name, bits) -> {
            if (!name.equals("total")) {
                text.append(text.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%s %.3f", name, bits));
            }
        });
        return text.toString();
    }

    private static void attacked(PrintWriter out, String what, String name, Guessing guessing) {
        out.printf(
                Locale.ROOT,
                "%s best guess of %s right once in %.0f (%.2f bits); one half within %.0f boots, or %d probes%n",
                what,
                Printable.of(name),
                1 / guessing.guess1(),
                guessing.minEntropy(),
                guessing.bootsForHalf(),
                guessing.guesses50());
    }

    private void residue(PrintWriter out) {
        List<LabResult.Residue> all = result.residue();
        out.println("residue    " + all.size() + " that one best guess hits once in 1024 or more often");
        TextTable table = new TextTable("name", "object", "guess1", "values", "reason");
        all.stream()
                .sorted(Comparator.comparingDouble(each -> -each.guessing().guess1()))
                .limit(MOST)
                .forEach(each -> table.row(
                        each.name(),
                        each.object().isEmpty() ? null : each.object(),
                        String.format(Locale.ROOT, "%.6f", each.guessing().guess1()),
                        each.guessing().values(),
                        each.reason()));
        table.print(out);
        if (all.size() > MOST) {
            out.println("and " + (all.size() - MOST) + " more, see --json");
        }
    }
}
