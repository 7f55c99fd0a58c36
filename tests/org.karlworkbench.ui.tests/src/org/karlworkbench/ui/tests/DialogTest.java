package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.relink.Outcome;

/** What a Job brings to light waits for a person who is in a dialog. */
class DialogTest {
    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void aResultOpensAfterTheDialogWhichKeepsItsKeys() throws Exception {
        Path result = Files.writeString(
                folder.resolve("waits.lab"),
                KarlCommand.said(0, "lab", Demo.samples().resolve("demo-amd64").toString(), "--count", "50")
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .findFirst()
                        .orElseThrow());
        Windows.tool("Brings a link-kit");
        Text place = Windows.field("newkit.place");
        Ui.until("a person types", place::isFocusControl);
        Outcome.lab(Demo.kit(), result);
        Jobs.ended("Showing the Result");
        Ui.within(500, () -> false); // in which it opened before
        assertFalse(Ui.get(DialogTest::isShown));
        Robot.key("Escape");
        Ui.until("the dialog is closed by its key", place::isDisposed);
        Ui.until("the result is shown", DialogTest::isShown);
    }

    private static boolean isShown() {
        IEditorPart editor = Ui.page().getActiveEditor();
        return editor != null && editor.getTitle().equals("waits.lab");
    }
}
