package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Formats;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.Column;
import org.karlworkbench.ui.table.ColumnTable;

/** The view Code follows what is selected, and goes where its instructions lead. */
class CodeViewTest {
    private static final int ADDRESS = 0;
    private static final int INSTRUCTION = 2;
    private static final int NAMES = 3;
    private static final int SYMBOLS = 2;

    private Path kernel;
    private AddressMap map;

    @BeforeEach
    void openAKernel() {
        map = Demo.openFirstRelink();
        kernel = Demo.twoRelinks().getFirst();
        Views.show(Ids.CODE_VIEW);
    }

    private static ColumnTable code(String firstAddress) {
        ColumnTable lines = Windows.table("code.lines");
        Ui.until(
                "the code is shown",
                () -> lines.shownRows().length > 0 && lines.cellText(ADDRESS, 0).equals(firstAddress));
        return lines;
    }

    private Nm symbol(String name) {
        return Nm.of(kernel).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itShowsTheFunctionThatIsClickedAndGoesWhereACallLeads() {
        Symbols.choose("pic_attach");
        ColumnTable lines = code(Formats.hex(symbol("pic_attach").address()));
        int call = Ui.get(() -> IntStream.range(0, lines.shownRows().length)
                .filter(row -> lines.cellText(INSTRUCTION, row).startsWith("call"))
                .findFirst()
                .orElseThrow());
        String callee = Ui.get(() -> lines.cellText(NAMES, call));
        long target = symbol(callee).address();
        assertTrue(Ui.get(() -> lines.cellText(INSTRUCTION, call)).endsWith(Formats.hex(target)));
        assertEquals(
                Column.Type.CODE,
                Ui.get(() -> lines.columns().get(INSTRUCTION).type()),
                "operands stand below each other");
        Shots.take("code");
        Robot.fill(Windows.field("code.lines.filter"), callee);
        Ui.until("the call is first", () -> lines.cellText(NAMES, 0).equals(callee));
        Control grid = Windows.control("code.lines", Control.class);
        Point place = Ui.get(() -> grid.toDisplay(200, Symbols.middle(0)));
        Robot.doubleClick(place);
        Ui.until(
                "the callee is selected",
                () -> map.selectedLane() == SYMBOLS
                        && map.model().lane(SYMBOLS).label(map.selectedIndex()).equals(callee));
        Ui.run(() -> lines.setFilter(""));
        code(Formats.hex(target));
        Shots.take("code-callee");
    }

    @Test
    void dataHasNoCodeAndTheViewSaysWhatToSelect() {
        Symbols.choose("pic_attach");
        code(Formats.hex(symbol("pic_attach").address()));
        Windows.tab("kernel.tabs", "Sections");
        Robot.click(Windows.control("kernel.sections", Control.class), 200, Symbols.middle(0));
        Ui.until("the hint is shown", () -> Windows.shows("code.lines.message"));
        assertEquals("Select a function of a kernel to see its code.", Windows.label("code.lines.message"));
    }

    /** Outside of the brackets the kernel's bytes are those of the object, and what stands in them has a name. */
    @Test
    void bytesStandBesideThoseOfTheObject() {
        Views.show(Ids.BYTES_VIEW);
        Symbols.choose("pic_attach");
        ColumnTable lines = Windows.table("bytes.lines");
        String first = Formats.hex(symbol("pic_attach").address());
        Ui.until(
                "the bytes are shown",
                () -> lines.shownRows().length > 0 && lines.cellText(0, 0).equals(first));
        Shots.take("bytes");
        int named = 0;
        for (int row = 0; row < Ui.get(() -> lines.shownRows().length); row++) {
            int line = row;
            String kernelBytes = Ui.get(() -> lines.cellText(1, line));
            String own = Ui.get(() -> lines.cellText(3, line));
            assertEquals(outside(kernelBytes), outside(own));
            named += Ui.get(() -> lines.cellText(4, line)).isEmpty() ? 0 : 1;
        }
        assertTrue(named > 0, "the linker wrote something");
    }

    private static String outside(String text) {
        return text.replaceAll("\\[[^\\]]*(\\]|$)", "[]").strip();
    }
}
