package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.open.Opener;

/** A kernel in the folder of a kit from which it was not linked. */
class OtherKitTest {
    private Path own;
    private Path stranger;

    @BeforeEach
    void putAmongTheRelinks() {
        own = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        stranger = own.resolveSibling("stranger");
        KarlCommand.json("relink", Demo.bigKit().toString(), "-o", stranger.toString(), "--linker", "builtin");
        remove(LedgerFiles.beside(stranger));
    }

    @AfterEach
    void takeAway() {
        Demo.cleanDesk();
        remove(stranger);
        remove(LedgerFiles.placesOf(LedgerFiles.beside(stranger)));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void itsEditorSaysSo() {
        Demo.open(stranger);
        CLabel problem = Windows.control("kernel.problem", CLabel.class);
        Ui.until("the kernel's editor tells that the kit is another", () -> problem.getText()
                .contains("was not linked from this kit"));
    }

    @Test
    void aComparisonSaysSo() {
        Ui.run(() -> Opener.comparison(Ui.page(), own, stranger));
        List<Label> titles = Stream.of("a", "b")
                .map(letter -> Windows.control("comparison.title." + letter, Label.class))
                .toList();
        Ui.until("the comparison tells it of that kernel and not of the other", () -> titles.stream()
                .allMatch(title -> !title.getText().isBlank()
                        && title.getText().contains("stranger")
                                == title.getText().contains("was not linked from this kit")));
        Shots.take("comparison-other-kit");
    }
}
