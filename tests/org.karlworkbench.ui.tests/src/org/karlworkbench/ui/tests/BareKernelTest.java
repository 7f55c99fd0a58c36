package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel of which there is nothing but the file, with a name that nobody would give. */
class BareKernelTest {
    @TempDir
    Path folder;

    @Test
    void itsTabIsOneLineAndItsArchitectureIsThatOfItsHeader() throws Exception {
        Path relink = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
        Path bare = Files.copy(relink, folder.resolve("two\nlines"));
        IEditorPart editor = Demo.open(bare);
        assertEquals("two\\u000alines", Ui.get(editor::getTitle));
        Label what = Windows.control("kernel.what", Label.class);
        Ui.until("the architecture is told", () -> what.getText().startsWith("amd64  ·  ELF64"));
    }
}
