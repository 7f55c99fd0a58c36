package org.karlworkbench.ui.lab;

import java.util.Locale;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.figures.Cards;

/** The figures of a laboratory result; of two results one behind the other. */
final class LabCards extends Cards {
    private LabResult result;
    private LabResult other;

    LabCards(Composite parent) {
        super(parent);
    }

    /**
     * Shows figures.
     *
     * @param shown the result
     * @param beside the one that it is held against, or null
     */
    void show(LabResult shown, LabResult beside) {
        result = shown;
        other = beside;
        clear();
        card(
                "layouts",
                each -> Formats.count(each.layouts()),
                result.layouts() < result.planned() ? "of " + Formats.count(result.planned()) + " draws" : "draws",
                "Layouts that were placed and counted");
        if (result.attack() != null && (other == null || other.attack() != null)) {
            attack();
        }
        card(
                "residue",
                each -> Formats.count(each.residue().size()),
                "as good as known",
                "The residue: symbols and sections that one best guess hits once in 1,024 or more often, with the reasons below");
        card(
                "gaps",
                each -> LabWords.bits(each.gapEntropyBits().get("total")),
                "of possible gap sizes",
                "Log2 of the possible sizes of all gaps, by closed form; no attack has to guess all of them");
        card(
                "orders",
                each -> LabWords.bits(each.orderEntropyBits()),
                "of possible orders",
                "Log2 of the possible orders, which no attack has to guess; a seed has " + result.seedBits()
                        + " bits, the original's shuffle " + result.originalCapBits());
        for (LabResult.Check check : result.checks()) {
            card(
                    "lab.check." + check.cell(),
                    String.format(Locale.ROOT, "%.1f %%", 100 * check.below()),
                    "of blocks off the model (" + Formats.brief(check.cell()) + ")",
                    "Draws against the model by " + Formats.bytes(check.cell()) + ": the share of "
                            + Formats.plural(check.blocks(), "block", "blocks")
                            + " with a probability below 0.05 by Pearson's test, about 5 % by chance");
        }
        layout(true);
    }

    private void attack() {
        card(
                "typical",
                each -> LabWords.odds(each.attack().typical()),
                "best guess: a middling function",
                LabWords.attack(result.attack().typicalName(), result.attack().typical()));
        card(
                "worst",
                each -> LabWords.odds(each.attack().worst()),
                "best guess: the easiest function",
                LabWords.attack(result.attack().worstName(), result.attack().worst()));
        card(
                "boots",
                each -> Formats.count(Math.round(each.attack().typical().bootsForHalf())),
                "boots until half are in",
                "So many boots with one wrong guess each, until one half of all attackers were right about a function in "
                        + "the middle");
        card(
                "probes",
                each -> Formats.count(each.attack().typical().guesses50()),
                "probes until half are in",
                "So many probes that do not crash, in one boot, until one half of all attackers have found it");
    }

    private void card(String id, Function<LabResult, String> figure, String words, String tip) {
        String text = figure.apply(result) + (other == null ? "" : " → " + figure.apply(other));
        card("lab." + id, text, words, tip);
    }
}
