package org.karlworkbench.ui.lab;

import java.util.Locale;
import org.karlworkbench.compare.lab.Guessing;
import org.karlworkbench.compare.lab.LabResult;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.table.Shown;

/** What the figures of a laboratory result mean, in sentences. */
final class LabWords {
    private static final double LEAST = 0.005; // of a bit: what two decimals show

    private LabWords() {}

    /** How often the best guess is right. */
    static String odds(Guessing guessing) {
        return "1 in " + Formats.count(Math.round(1 / guessing.guess1()));
    }

    static String bits(double bits) {
        return String.format(Locale.ROOT, "%.2f bits", bits);
    }

    /** What an attacker gains who is after a symbol. */
    static String attack(String name, Guessing guessing) {
        return "The best guess of the address of " + Shown.line(name) + " is right once in "
                + Formats.count(Math.round(1 / guessing.guess1())) + " (" + bits(guessing.minEntropy())
                + "). With one guess a boot, a wrong one ending it, one half of all attackers need "
                + Formats.count(Math.round(guessing.bootsForHalf())) + " boots; with probes that do not crash, "
                + Formats.count(guessing.guesses50()) + " probes";
    }

    /**
     * What a result says.
     *
     * @param growing whether more draws are being made for it
     */
    static String sentences(LabResult result, boolean growing) {
        String made = result.layouts() < result.planned()
                ? (growing ? "So far, from " : "Cancelled after ") + Formats.count(result.layouts()) + " of "
                        + Formats.plural(result.planned(), "draw", "draws") + ". "
                : "";
        return result.attack() == null
                ? made + "No function of this kit is shuffled"
                : made + attack(result.attack().typicalName(), result.attack().typical()) + ".";
    }

    /** What a result gains or loses beside another one. */
    static String beside(String name, LabResult result, String otherName, LabResult other) {
        if (result.attack() == null || other.attack() == null) {
            return name + " beside " + otherName + ": one of them shuffles no function";
        }
        double gained = other.attack().typical().minEntropy()
                - result.attack().typical().minEntropy();
        String kits = result.digest().equals(other.digest()) ? "" : " They are of different kits.";
        String hard = Math.abs(gained) < LEAST
                ? "as hard"
                : String.format(Locale.ROOT, "%.2f bits %s", Math.abs(gained), gained > 0 ? "harder" : "easier");
        return "Each card shows " + name + " first and " + otherName
                + " behind the arrow: there a function in the middle is " + hard + " to guess." + kits;
    }
}
