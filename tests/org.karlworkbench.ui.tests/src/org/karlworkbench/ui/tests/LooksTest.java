package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.Treemap;

/**
 * Each view beside a kernel in each theme, as pictures. To see them at 200 %, run this test and {@link ThemeTest} on a large
 * screen with GDK_SCALE=2 or, for the fonts alone, GDK_DPI_SCALE=2.
 */
class LooksTest {
    static final String CONTRAST = "org.eclipse.ui.ide.systemDefault";
    private static final List<String> VIEWS = List.of(
            IPageLayout.ID_PROP_SHEET,
            Ids.CODE_VIEW,
            Ids.BYTES_VIEW,
            Ids.REFERENCES_VIEW,
            Ids.SIZES_VIEW,
            Ids.EXPOSURE_VIEW,
            Ids.LEDGER_VIEW);

    private Path kernel;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
        kernel = Demo.twoRelinks().getFirst();
        Demo.cleanDesk();
    }

    @AfterEach
    void light() {
        currentTheme(IThemeManager.DEFAULT_THEME);
        ThemeTest.theme("e4_default");
        Views.show(IPageLayout.ID_PROP_SHEET);
    }

    static void currentTheme(String id) {
        Ui.run(() -> PlatformUI.getWorkbench().getThemeManager().setCurrentTheme(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void everyViewCanBeRead(String look) {
        ThemeTest.theme(look.equals("dark") ? "e4_dark" : "e4_default");
        if (look.equals("contrast")) {
            currentTheme(CONTRAST);
        }
        Demo.open(kernel);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Ui.until("the map is there", () -> !map.model().isEmpty());
        Robot.click(map, 3, 3);
        GoToTest.goTo("kprintf", "kprintf");
        for (String view : VIEWS) {
            Views.show(view);
            Jobs.ended("Reading");
            Jobs.ended("Measuring");
            ThemeTest.faded();
            Shots.take("look-" + view.substring(view.lastIndexOf('.') + 1) + "-" + look);
            for (Map.Entry<String, Colours> each : Colours.shown().entrySet()) {
                assertTrue(each.getValue().contrast() > 60, view + " " + each);
            }
            assertNothingIsCutOff();
        }
        Views.show(Ids.SIZES_VIEW);
        Treemap sizes = Windows.control("sizes.map", Treemap.class);
        Robot.move(Ui.get(() -> sizes.toDisplay(40, 60)));
        Ui.within(300, () -> false);
        Shots.take("look-hover-" + look);
    }

    /** A label of ours has the height that its words need, whatever the font. */
    private static void assertNothingIsCutOff() {
        List<Label> labels = new ArrayList<>();
        Ui.run(() -> Windows.collect(
                Label.class,
                label -> label.getData(Ids.KEY) != null && !label.getText().isEmpty(),
                labels));
        for (Label label : labels) {
            int wanted = Ui.get(() -> label.computeSize(-1, -1).y);
            assertTrue(Ui.get(() -> label.getSize().y) >= wanted, Ui.get(label::getText));
        }
    }
}
