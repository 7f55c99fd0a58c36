package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.table.ColumnTable;

/** The view Symbolize, with traces of relinked demo kernels that are made of what nm says of them. */
class SymbolizeViewTest {
    private static final int SYMBOL = 0;
    private static final int OFFSET = 1;
    private static final int OBJECT = 2;
    private static final int CERTAINTY = 4;
    private static final int ADDRESS = 5;
    private static final int SYMBOLS = 2;

    @TempDir
    Path folder;

    private final Random random = new Random();
    private KitOfMine kit;
    private List<Path> two;

    @BeforeEach
    void relinkTwice() throws IOException {
        Demo.cleanDesk();
        kit = KitOfMine.in(Files.createDirectory(folder.resolve("kit")), "Symbolized");
        two = List.of(kit.relink("bsd-0001"), kit.relink("bsd-0002"));
    }

    @AfterEach
    void leave() {
        ThemeTest.theme("e4_default");
        Views.hide(Ids.SYMBOLIZE_VIEW);
        Views.show(IPageLayout.ID_PROP_SHEET);
        kit.delete();
    }

    /** Functions of the demo kernel that have some length in each build of it, in a random order. */
    private List<Nm> functions(Path kernel) {
        List<Nm> functions = new ArrayList<>(Nm.of(kernel).stream()
                .filter(each -> List.of("kprintf", "pic_attach", "panic", "com_putc", "vprintf", "malloc", "free")
                        .contains(each.name()))
                .toList());
        assertTrue(functions.size() >= 2, functions::toString);
        Collections.shuffle(functions, random);
        return functions;
    }

    /** A trace with addresses. */
    private String addresses(Path kernel) {
        StringBuilder text = new StringBuilder("\u001b[31muid 0 on wd0: file system full\u001b[0m\npanic: test\n");
        for (Nm each : functions(kernel)) {
            text.append(" [<")
                    .append(Long.toHexString(each.address() + 1))
                    .append(">] ")
                    .append(each.name())
                    .append("+0x1/0xfff\n");
        }
        return text.toString();
    }

    /** What was found stays until something else is searched for: there is nothing to stop then. */
    @Test
    void stopIsOfferedOnlyWhileItSearches() {
        open();
        assertFalse(Ui.get(() -> Windows.hasTool("Stop Searching")));
        paste(addresses(two.getFirst()));
        symbolize();
        Ui.until("it is told", () -> Windows.words("symbolize.verdict").startsWith("Identified: bsd-0001 of mine"));
        assertFalse(Ui.get(() -> Windows.hasTool("Stop Searching")));
    }

    private static void open() {
        Robot.key("ctrl+alt+s");
        Control field = Windows.control("symbolize.trace", Control.class);
        Ui.until("the field has the focus", field::isFocusControl);
    }

    /** Pastes into the field that has the focus. */
    private static void paste(String text) {
        Ui.run(() -> {
            Clipboard clipboard = new Clipboard(Ui.display());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
        Robot.key("ctrl+v");
        String last = text.strip().substring(Math.max(0, text.strip().length() - 20));
        Ui.until(
                "it is pasted",
                () -> !(Ui.display().getFocusControl() instanceof Text field)
                        || field.getText().contains(last)
                        || !field.getEditable());
    }

    private static void clear() {
        Windows.tool("Clear Traces");
        says("symbolize.message", "Paste a panic");
        Text field = Windows.field("symbolize.trace");
        Ui.until(
                "the field is empty",
                () -> field.isFocusControl() && field.getText().isEmpty());
    }

    private static void symbolize() {
        Robot.click(Windows.control("symbolize.run", Control.class));
    }

    private static void search(String place) {
        Combo combo = Windows.control("symbolize.place", Combo.class);
        Ui.run(() -> {
            combo.notifyListeners(SWT.FocusIn, new Event());
            combo.select(combo.indexOf(place));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static void says(String id, String words) {
        Ui.until(id + " says " + words, () -> Windows.words(id).contains(words));
    }

    private JsonObject told(String trace) throws Exception {
        Path file = Files.writeString(folder.resolve("trace.txt"), trace);
        return KarlCommand.json(
                "symbolize",
                file.toString(),
                "--ledger",
                KitFile.path(KitFile.relinks(kit.file())).toString());
    }

    private static String cell(ColumnTable table, int column, int row) {
        return Ui.get(() -> table.cellText(column, row));
    }

    @Test
    void aPastedPanicIsSymbolizedAsByTheCommandAndLeadsToMapAndCode() throws Exception {
        Path kernel = two.get(random.nextInt(2));
        String trace = addresses(kernel);
        open();
        search("Kit mine");
        paste(trace);
        Text field = Windows.field("symbolize.trace");
        Ui.until("the trace is pasted", () -> field.getText().contains("panic: test"));
        symbolize();
        JsonObject told = told(trace);
        assertEquals("identified", told.get("verdict").getAsString());
        says("symbolize.verdict", "Identified: " + kernel.getFileName());
        ColumnTable frames = Windows.table("symbolize.frames");
        JsonArray expected = told.getAsJsonArray("frames");
        Ui.until("the places are there", () -> frames.shownRows().length == expected.size());
        for (int row = 0; row < expected.size(); row++) {
            JsonObject frame = expected.get(row).getAsJsonObject();
            assertEquals(frame.get("symbol").getAsString(), cell(frames, SYMBOL, row));
            assertEquals(Formats.hex(frame.get("offset").getAsLong()), cell(frames, OFFSET, row));
            assertEquals(frame.get("object").getAsString(), cell(frames, OBJECT, row));
            assertEquals(frame.get("certainty").getAsString(), cell(frames, CERTAINTY, row));
            assertEquals(frame.get("address").getAsString(), cell(frames, ADDRESS, row));
        }
        Shots.take("symbolize");
        Windows.tab("symbolize.tabs", "Rejected");
        ColumnTable rejected = Windows.table("symbolize.rejected");
        Ui.until(
                "all others are rejected",
                () -> rejected.shownRows().length
                        == told.getAsJsonArray("rejected").size());
        Shots.take("symbolize-rejected");
        Windows.tab("symbolize.tabs", "Places");
        opensInMapAndCode(kernel, cell(frames, SYMBOL, 0));
    }

    private static void opensInMapAndCode(Path kernel, String symbol) {
        Control grid = Windows.control("symbolize.frames", Control.class);
        Point first = Ui.get(() -> grid.toDisplay(60, Symbols.middle(0)));
        Robot.doubleClick(first);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until(
                "the symbol is selected on the map",
                () -> map.selectedLane() == SYMBOLS
                        && map.model().lane(SYMBOLS).label(map.selectedIndex()).equals(symbol));
        assertEquals(
                kernel.getFileName().toString(),
                Ui.get(() -> Ui.page().getActiveEditor().getTitle()));
        ColumnTable lines = Windows.table("code.lines");
        String address = Nm.of(kernel).stream()
                .filter(each -> each.name().equals(symbol))
                .map(each -> Formats.hex(each.address()))
                .findFirst()
                .orElseThrow();
        Ui.until(
                "its code is shown",
                () -> lines.shownRows().length > 0 && lines.cellText(0, 0).equals(address));
        Shots.take("symbolize-opened");
    }

    @Test
    void namesHoldForEveryRelinkAndTracesOfTwoRelinksAreOneCrash() throws Exception {
        String names = functions(two.getFirst()).stream()
                .map(each -> each.name() + "(8,0,fffffd8012345678) at " + each.name() + "+0x1")
                .collect(Collectors.joining("\n"));
        open();
        search("Kit mine");
        paste(names);
        symbolize();
        says("symbolize.verdict", "Valid for every relink of this kit");
        assertEquals("kit-only", told(names).get("verdict").getAsString());
        clear();
        List<Nm> first = functions(two.getFirst());
        paste(stack(first, two.getFirst()));
        Windows.tab("symbolize.traces", "Second Trace");
        Control second = Windows.control("symbolize.second", Control.class);
        Robot.click(second);
        Ui.until("the second field has the focus", second::isFocusControl);
        paste(stack(first, two.getLast()));
        symbolize();
        says("symbolize.remarks", "Both are the same crash");
        Shots.take("symbolize-same");
        Robot.click(second);
        Ui.until("the second field has the focus", second::isFocusControl);
        Robot.key("ctrl+a");
        paste(stack(first.reversed(), two.getLast()));
        symbolize();
        says("symbolize.remarks", "They are different crashes");
    }

    /** The same functions as they lie in a relink. */
    private static String stack(List<Nm> functions, Path kernel) {
        List<Nm> all = Nm.of(kernel);
        return functions.stream()
                .map(wanted -> all.stream()
                        .filter(each -> each.name().equals(wanted.name()))
                        .findFirst()
                        .orElseThrow())
                .map(each -> " [<" + Long.toHexString(each.address() + 1) + ">] " + each.name() + "+0x1/0xfff")
                .collect(Collectors.joining("\n"));
    }

    /** A log of two kernels' crashes: the last one first, and the other one by a key in the field that appears then. */
    @Test
    void anEarlierCrashOfALogIsChosen() {
        open();
        search("Kit mine");
        paste(addresses(two.getFirst()) + addresses(two.getLast()).replace("panic: test", "panic: later"));
        symbolize();
        says("symbolize.verdict", "Identified: " + two.getLast().getFileName());
        says("symbolize.crash.words", "of 2, line");
        says("symbolize.crash.words", "panic: later");
        Spinner crash = Windows.control("symbolize.crash", Spinner.class);
        assertEquals(2, Ui.get(crash::getSelection));
        Shots.take("symbolize-crashes");
        Robot.click(crash, 10, 8);
        Ui.until("the field has the focus", crash::isFocusControl);
        Robot.key("Down");
        says("symbolize.verdict", "Identified: " + two.getFirst().getFileName());
        says("symbolize.crash.words", "panic: test");
        assertTrue(Ui.get(crash::isFocusControl), "and goes on from there");
        clear();
        paste(addresses(two.getFirst()));
        symbolize();
        says("symbolize.verdict", "Identified: " + two.getFirst().getFileName());
        assertFalse(Ui.get(crash::isVisible), "one crash needs no choice");
    }

    /** What a kernel said in the console is selected there; of all kits the one is found, and one that is broken is told. */
    @Test
    void aTraceInTheConsoleIsSymbolizedFromItsMenuAmongAllKits() throws Exception {
        IFile broken = kit.file().getProject().getFile("broken.kit");
        Files.writeString(KitFile.path(broken), "no kit");
        broken.refreshLocal(IResource.DEPTH_ZERO, null);
        open();
        search("All kits");
        String trace = addresses(two.getFirst());
        trace.lines().forEach(KarlConsole.get()::say);
        Views.show(IConsoleConstants.ID_CONSOLE_VIEW);
        showKarl();
        StyledText console = console(trace.lines().toList().getLast().strip());
        Ui.run(() -> {
            console.setFocus();
            console.setSelection(console.getText().lastIndexOf("panic: test"), console.getCharCount());
        });
        Robot.key("shift+F10");
        Ui.until("the menu is open", () -> console.getMenu().isVisible());
        Windows.choose(Ui.get(console::getMenu), "Symbolize");
        says("symbolize.verdict", "Identified: bsd-0001");
        says("symbolize.remarks", "Not searched: broken");
    }

    /** Brings the workbench's own console to the front of those of kernels that have run. */
    private static void showKarl() {
        IConsoleManager consoles = ConsolePlugin.getDefault().getConsoleManager();
        Stream.of(consoles.getConsoles())
                .filter(each -> each.getName().equals("KARL"))
                .forEach(consoles::showConsoleView);
    }

    private static StyledText console(String last) {
        List<StyledText> found = new ArrayList<>();
        Ui.until("the console has the trace", () -> {
            found.clear();
            Windows.collect(
                    StyledText.class,
                    each -> each.getMenu() != null && each.getText().contains(last),
                    found);
            return !found.isEmpty();
        });
        return found.getLast();
    }

    /** Megabytes of garbage with one trace at the end; the window answers meanwhile. */
    @Test
    void aHugeFileOfGarbageIsSearchedAndOtherKernelsAreTold() throws Exception {
        Path kernel = two.getFirst();
        byte[] garbage = new byte[6 << 20];
        random.nextBytes(garbage);
        IFile file = kit.file().getProject().getFile("garbage.bin");
        Files.write(KitFile.path(file), garbage);
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        open();
        search("Kit mine");
        paste("noise of words\n".repeat(200_000) + addresses(kernel));
        says("symbolize.trace.note", "its beginning is shown, all of it is searched");
        says("symbolize.verdict", "Identified: " + kernel.getFileName());
        clear();
        String foreign = "bsd_unknown_one() at bsd_unknown_one+0x44\nbsd_unknown_two() at bsd_unknown_two+0x12\n";
        paste(foreign);
        symbolize();
        says("symbolize.verdict", "Wrong kit: 0 of 2 names");
        ColumnTable frames = Windows.table("symbolize.frames");
        for (int row = 0; row < Ui.get(() -> frames.shownRows().length); row++) {
            assertNotEquals("exact", cell(frames, CERTAINTY, row));
        }
        clear();
        Explorer.menu("Symbolize", "Symbolized", "garbage.bin");
        says("symbolize.trace.note", "garbage.bin has 6.0 MiB");
        Jobs.ended("Symbolizing");
        Ui.until("a verdict is there", () -> Windows.shows("symbolize.verdict"));
    }

    @Test
    void itIsReadableInBothThemes() {
        open();
        search("Kit mine");
        paste(addresses(two.getFirst()));
        symbolize();
        says("symbolize.verdict", "Identified");
        ThemeTest.theme("e4_dark");
        ThemeTest.faded();
        Shots.take("symbolize-dark");
        Colours.shown().forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + colours));
    }
}
