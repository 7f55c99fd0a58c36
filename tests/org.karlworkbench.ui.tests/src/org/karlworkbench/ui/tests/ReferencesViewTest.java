package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.table.ColumnTable;

/** The view References follows what is selected, says what the command says, and goes where a reference stands. */
class ReferencesViewTest {
    private static final int ADDRESS = 0;
    private static final int PLACE = 1;
    private static final int SYMBOLS = 2;

    private Path kernel;
    private AddressMap map;

    @BeforeEach
    void openAKernel() {
        map = Demo.openFirstRelink();
        kernel = Demo.twoRelinks().getFirst();
        Views.show(Ids.REFERENCES_VIEW);
    }

    private static List<String> column(ColumnTable table, int column) {
        return Ui.get(() -> IntStream.range(0, table.shownRows().length)
                .mapToObj(row -> table.cellText(column, row))
                .toList());
    }

    private List<String> told(String symbol, String... more) {
        List<String> words = new ArrayList<>(List.of("references", kernel.toString(), symbol, "--kit"));
        words.add(Demo.samples().resolve("demo-amd64").toString());
        words.addAll(List.of(more));
        return KarlCommand.json(words.toArray(String[]::new)).getAsJsonArray("references").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(each -> each.get("address").getAsString())
                .toList();
    }

    @Test
    void whoRefersAndTheOtherWay() {
        Symbols.choose("kprintf");
        ColumnTable lines = Windows.table("references.lines");
        List<String> expected = told("kprintf");
        Ui.until("the references are shown", () -> lines.shownRows().length == expected.size());
        assertEquals(expected, column(lines, ADDRESS));
        Shots.take("references");

        Control grid = Windows.control("references.lines", Control.class);
        String place = Ui.get(() -> lines.cellText(PLACE, 0));
        Point first = Ui.get(() -> grid.toDisplay(60, Symbols.middle(0)));
        Robot.doubleClick(first);
        String function = place.replaceAll("\\+0x.*", "");
        Ui.until("what refers is selected", () -> function.equals(selected()));
        Robot.key("alt+Left");
        Ui.until("back from the editor", () -> "kprintf".equals(selected()));
        Robot.key("alt+Right");
        Ui.until("forward again", () -> function.equals(selected()));

        Windows.tool("What It Refers To");
        List<String> own = told(function, "--from");
        Ui.until(
                "its own references are shown",
                () -> Windows.table("references.lines").shownRows().length == own.size());
        assertEquals(own, column(Windows.table("references.lines"), ADDRESS));
        assertTrue(column(Windows.table("references.lines"), 6).stream().anyMatch("kprintf"::equals));
        Shots.take("references-from");
        Windows.tool("Who Refers to It");
        Robot.key("alt+Left");
        Ui.until("back from the view", () -> "kprintf".equals(selected()));
    }

    private String selected() {
        return map.selectedLane() == SYMBOLS ? map.model().lane(SYMBOLS).label(map.selectedIndex()) : "";
    }
}
