package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karlworkbench.ui.Ids;

/** Whatever a file holds: it is shown as far as it goes and said in one line, without a dialog, a hang or an exception. */
class BadInputTest {
    private static final List<String> VIEWS =
            List.of(Ids.CODE_VIEW, Ids.BYTES_VIEW, Ids.REFERENCES_VIEW, Ids.SIZES_VIEW);
    private static final List<String> TABS = List.of("Sections", "Symbols");

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, _) -> {
        if (status.getException() instanceof RuntimeException || status.getException() instanceof Error) {
            failures.add(status.getException());
        }
    };

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        Demo.cleanDesk();
        Jobs.allEnded(); // what other tests left behind is not to be heard
        Platform.addLogListener(listener);
    }

    @AfterEach
    void stop() {
        Platform.removeLogListener(listener);
        Views.show("org.eclipse.ui.views.PropertySheet");
        Demo.cleanDesk();
    }

    private void assertQuiet() {
        assertEquals(List.of(), failures);
        List<String> dialogs = Ui.get(() -> Arrays.stream(Ui.display().getShells())
                .filter(shell ->
                        shell.isVisible() && (shell.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL)) != 0)
                .map(Shell::getText)
                .toList());
        assertEquals(List.of(), dialogs);
    }

    /** Clicks the first rows of each table in front of each view. */
    private void lookAtAll(String shot) {
        for (String view : VIEWS) {
            Views.show(view);
            for (String tab : TABS) {
                Windows.tab("kernel.tabs", tab);
                String table = "kernel." + tab.toLowerCase();
                Control grid = Windows.control(table, Control.class);
                for (int row = 0; row < 2; row++) {
                    Robot.click(grid, 200, Symbols.middle(row));
                }
            }
            Jobs.ended("Reading");
            Jobs.ended("Measuring");
            Shots.take("bad-" + shot + "-" + view.substring(view.lastIndexOf('.') + 1));
        }
        assertQuiet();
    }

    private void goToAnything() {
        Robot.click(Windows.control("kernel.map", Control.class), 3, 3);
        Robot.key("ctrl+l");
        Table hits = Windows.control("goto.hits", Table.class);
        Robot.type("l");
        Ui.within(1_000, () -> hits.getItemCount() > 0);
        Robot.key("Return");
        Ui.within(500, () -> false);
        if (Ui.get(() -> Windows.shows("goto.text"))) {
            Robot.key("Escape"); // nothing was found
        }
        assertQuiet();
    }

    @ParameterizedTest
    @EnumSource
    void itIsShownAsFarAsItGoes(OddKernels odd) throws Exception {
        Demo.open(odd.make(folder));
        lookAtAll(odd.name().toLowerCase());
        goToAnything();
    }

    /** What was read stays; what has to be read again says in a line why that cannot be. */
    @Test
    void aFileThatChangesOrVanishesWhileItIsOpen() throws Exception {
        Path kernel = OddKernels.plain(folder, "changing");
        Demo.open(kernel);
        Views.show(Ids.BYTES_VIEW);
        Robot.click(Windows.control("kernel.symbols", Control.class), 200, Symbols.middle(0));
        Ui.until("its bytes are shown", () -> Windows.shows("bytes.lines"));
        Files.write(kernel, Arrays.copyOf(Files.readAllBytes(kernel), 200));
        lookAtAll("changed");
        Files.delete(kernel);
        Views.show(Ids.BYTES_VIEW);
        Robot.click(Windows.control("kernel.symbols", Control.class), 200, Symbols.middle(2));
        Ui.until("the view says why", () -> Windows.label("bytes.lines.message").contains("no such file"));
        goToAnything();
    }
}
