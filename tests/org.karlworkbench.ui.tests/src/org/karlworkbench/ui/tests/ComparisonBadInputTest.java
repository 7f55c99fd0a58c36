package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.open.Opener;

/** Pairs that cannot be compared, or of which little is known, get words and no numbers that mean nothing. */
class ComparisonBadInputTest {
    private static final int MACHINE = 18; // e_machine, two bytes (ELF gABI, ELF header)
    private static final byte ARM64 = (byte) 183;

    @TempDir
    Path folder;

    private Path kernel;

    @BeforeEach
    void relink() {
        Demo.cleanDesk();
        kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
    }

    private static void says(String words) {
        Ui.until("the editor says: " + words, () -> {
            List<Label> found = new ArrayList<>();
            Windows.collect(Label.class, label -> "comparison.message".equals(label.getData(Ids.KEY)), found);
            return found.stream().anyMatch(label -> label.getText().contains(words));
        });
        assertFalse(Ui.get(() -> Windows.shows("comparison.figures")));
    }

    private static void compare(Path a, Path b) {
        Ui.run(() -> Opener.comparison(Ui.page(), a, b));
    }

    @Test
    void anotherArchitectureIsNamedAsWhatIsWrong() throws IOException {
        byte[] bytes = Files.readAllBytes(kernel);
        bytes[MACHINE] = ARM64;
        compare(kernel, Files.write(folder.resolve("arm"), bytes));
        says("is for another architecture than");
        Shots.take("comparison-architectures");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Path gone = folder.resolve("gone");
        compare(kernel, gone);
        says("gone");
        Ui.run(() -> Ui.page().closeAllEditors(false));
        compare(kernel, Files.writeString(folder.resolve("words"), "no kernel"));
        says("words");
    }

    @Test
    void theSameFileTwiceIsIdenticalAndNothingIsHeldAgainstChance() {
        compare(kernel, kernel);
        says("content", "identical");
        says("moved", "0");
        assertFalse(Ui.get(() -> Windows.shows("figure.kendall")));
        assertFalse(Ui.get(() -> Windows.shows("figure.pairs.functions")));
    }

    @Test
    void strippedKernelsHaveNoFiguresOfSymbols() {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Tool.run(20, List.of("strip", "-o", a.toString(), kernel.toString()));
        Tool.run(
                20,
                List.of("strip", "-o", b.toString(), Demo.twoRelinks().get(1).toString()));
        compare(a, b);
        says("symbols", "none");
        says("content", "not known");
        for (String figure : List.of("moved", "functions", "kendall", "pairs.functions", "gaps")) {
            assertFalse(Ui.get(() -> Windows.shows("figure." + figure)), figure);
        }
        Shots.take("comparison-stripped");
    }

    /** Where the objects of one kernel are not known, none of the other is said to be missing there. */
    @Test
    void objectsThatOnlyOneKernelTellsAreNotCompared() throws IOException {
        compare(Files.copy(kernel, folder.resolve("copy")), kernel);
        says("content", "identical");
        Windows.tab("comparison.tabs", "Objects (0)");
    }

    /** Waits for a figure; cards are made anew when the gadgets are known. */
    private static void says(String figure, String text) {
        Ui.until(figure + " is " + text, () -> {
            List<Control> found = new ArrayList<>();
            Windows.collect(Control.class, each -> ("figure." + figure).equals(each.getData(Ids.KEY)), found);
            return found.stream().anyMatch(each -> text.equals(words(each)));
        });
    }

    private static String words(Control card) {
        return card instanceof Label label ? label.getText() : ((Hyperlink) card).getText();
    }
}
