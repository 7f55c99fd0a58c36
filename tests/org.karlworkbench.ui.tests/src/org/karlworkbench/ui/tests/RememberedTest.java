package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IDialogSettingsProvider;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Remembered;
import org.karlworkbench.ui.canvas.AddressMap;
import org.osgi.framework.FrameworkUtil;

/** What is remembered is there again after a restart, whatever characters it is made of. */
class RememberedTest {
    private static final int ROUNDS = 5 * Integer.getInteger("karl.rounds", 1);
    private static final String ODD_NAME = "bsd \u0001\t\"<&'\u007f";
    private static final String ODD_FILTER = "name:\u0001\"<é😀";

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        Ui.run(() -> Remembered.keep("Test", "rows", Stream.of()));
    }

    @Test
    void wordsOfAllCharactersAreTheSameAfterARestart() {
        Random random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<String>> rows = IntStream.range(0, random.nextInt(5))
                    .mapToObj(_ -> words(random))
                    .toList();
            Ui.run(() -> Remembered.keep("Test", "rows", rows.stream()));
            restart();
            assertEquals(rows, Ui.get(() -> Remembered.rows("Test", "rows")));
        }
    }

    @Test
    void eachCharacterIsTheSameAfterARestart() {
        IntStream pages = IntStream.concat(IntStream.range(0, 0xd8), IntStream.of(0xe0, 0xfe, 0xff, 0x1f6, 0x10ff));
        List<List<String>> rows = pages.mapToObj(page -> IntStream.range(page << 8, page + 1 << 8)
                        .mapToObj(Character::toString)
                        .toList())
                .toList();
        Ui.run(() -> Remembered.keep("Test", "rows", rows.stream()));
        restart();
        assertEquals(rows, Ui.get(() -> Remembered.rows("Test", "rows")));
    }

    @Test
    void whatCannotBeReadIsForgotten() {
        String[] lines = {"%", "a %zz", "%4", "good", "a%2"};
        Ui.run(() -> Remembered.of("Test").put("rows", lines));
        assertEquals(List.of(List.of("good")), Ui.get(() -> Remembered.rows("Test", "rows")));
    }

    @Test
    void aKernelOfAnOddNameIsFoundAsItWasLeft() {
        Demo.cleanDesk();
        Path kernel = OddKernels.plain(folder, ODD_NAME);
        Demo.open(kernel);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        Ui.run(() -> Windows.table("kernel.symbols").setFilter(ODD_FILTER));
        Ui.run(() -> Ui.page().closeAllEditors(false));
        restart();
        assertTrue(Ui.get(() -> Remembered.rows("Start", "recent")).contains(List.of(kernel.toString())));
        Demo.open(kernel);
        Ui.until(
                "the filter is there",
                () -> Windows.table("kernel.symbols").filter().equals(ODD_FILTER));
        Ui.run(() -> Ui.page().closeAllEditors(false));
    }

    /** Whatever other tests have made the workbench remember can be written and read. */
    @Test
    void allThatIsRememberedIsTheSameAfterARestart() throws IOException {
        IDialogSettings all = Ui.get(() -> provider().getDialogSettings());
        StringWriter written = new StringWriter();
        Ui.run(() -> save(all, written));
        DialogSettings read = new DialogSettings(all.getName());
        read.load(new StringReader(written.toString()));
        StringWriter again = new StringWriter();
        read.save(again);
        assertEquals(written.toString(), again.toString());
    }

    private static void save(IDialogSettings settings, StringWriter to) {
        try {
            settings.save(to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the settings as the workbench does when it ends, and reads them as it does when it starts. */
    private static void restart() {
        Ui.run(() -> {
            provider().saveDialogSettings();
            provider().loadDialogSettings();
        });
    }

    private static IDialogSettingsProvider provider() {
        return PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(Remembered.class));
    }

    private static List<String> words(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> random.ints(random.nextInt(12), 0, 0xd800)
                        .map(character -> random.nextBoolean() ? character : character % 0x80)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toList();
    }
}
