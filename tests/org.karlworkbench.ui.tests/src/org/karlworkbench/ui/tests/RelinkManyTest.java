package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.ui.kits.KitFile;

/** Many relinks from one dialog. */
class RelinkManyTest {
    private final Path relinks = KitFile.path(Demo.kit()).resolveSibling("demo-relinks");

    @BeforeEach
    void openTheKit() {
        Demo.cleanDesk();
        Demo.open(Demo.kit());
    }

    @AfterEach
    void removeThem() throws IOException {
        for (Path file : many("bsd-\\d+(\\.\\d+.*|-entries)")) {
            Tool.run(20, List.of("rm", "-r", file.toString()));
        }
    }

    @Test
    void kernelsWithTheirEntries() throws Exception {
        ask(7, "many.kernels");
        Jobs.ended("Relinking");
        List<Path> kernels = many("bsd-\\d+\\.\\d");
        assertEquals(7, kernels.size());
        assertEquals(7, kernels.stream().map(RelinkManyTest::sha256).distinct().count(), "no two are alike");
        for (Path kernel : kernels) {
            assertEquals(
                    sha256(kernel), LedgerFiles.readBeside(kernel).orElseThrow().getSha256());
        }
    }

    @Test
    void onlyEntriesAndTheChoiceIsRemembered() throws Exception {
        ask(5, "many.entries");
        Jobs.ended("Relinking");
        assertEquals(List.of(), many("bsd-\\d+\\.\\d"));
        Path folder = many("bsd-\\d+-entries").getFirst();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    5,
                    files.filter(file -> file.toString().endsWith(LedgerFiles.SUFFIX))
                            .count());
        }
        open();
        Spinner count = Windows.control("many.count", Spinner.class);
        assertEquals(5, (int) Ui.get(count::getSelection));
        assertTrue(Ui.get(() -> Windows.control("many.entries", Button.class).getSelection()));
        Robot.key("Escape");
        Ui.until("the dialog is closed", () -> !Windows.shows("many.count"));
        assertFalse(Ui.get(() -> Windows.shows("many.count")));
    }

    private static String sha256(Path file) {
        return Tool.run(20, List.of("sha256sum", file.toString())).substring(0, 64);
    }

    private static void open() {
        Windows.menu("alt+k", "m");
        Windows.control("many.count", Spinner.class);
    }

    private static void ask(int count, String what) {
        open();
        Spinner number = Windows.control("many.count", Spinner.class);
        Robot.fill(number, count);
        Robot.click(Windows.control(what, Button.class), 12, 10);
        Shots.take(what);
        Robot.click(Windows.button("Relink"));
        Ui.until("the dialog is closed", () -> !Windows.shows("many.count"));
    }

    private List<Path> many(String name) throws IOException {
        try (Stream<Path> files = Files.list(relinks)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }
}
