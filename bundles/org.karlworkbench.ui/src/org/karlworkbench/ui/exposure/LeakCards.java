package org.karlworkbench.ui.exposure;

import java.util.Locale;
import org.eclipse.swt.widgets.Composite;
import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.Share;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.figures.Cards;

/** The figures of a kit's exposure under a defence. */
final class LeakCards extends Cards {
    LeakCards(Composite parent) {
        super(parent);
    }

    void show(Exposure exposure) {
        clear();
        Share share = exposure.shares();
        card(
                "exposure.functions",
                Formats.count(share.total()),
                "shuffled functions",
                "Of " + Formats.count(exposure.functions())
                        + " functions; those of head and tail are known without a leak. "
                        + Formats.count(exposure.entryPoints()) + " labels and further names of code are not counted");
        card(
                "exposure.blocks",
                Formats.count(exposure.blocks()),
                "blocks",
                "Blocks hide from each other: a block is what keeps its distances in every draw, and a leak "
                        + "from it tells all of it and nothing else");
        card(
                "exposure.mean",
                decimal(share.mean()),
                "told by a pointer",
                "How many functions become known, on average, when a pointer to a random one leaks: of so many an attacker "
                        + "knows code to reuse. The fewer the better");
        card(
                "exposure.effective",
                decimal(share.effective()),
                "equal blocks",
                "As many blocks of equal size would hide as much; by bytes of code "
                        + decimal(exposure.byBytes().effective()) + ". The more the better");
        card(
                "exposure.head",
                Formats.count(exposure.headDiscloses().size()),
                "told by the head",
                "Branches and pointers from the head, which does not move, into the body: whoever reads the head knows "
                        + "them");
        layout(true);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
