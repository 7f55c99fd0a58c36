package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.open.Opener;

/** Each editor in the light and in the dark theme, as pictures; tables and maps follow the theme. */
class ThemeTest {
    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
        Demo.twoRelinks();
        Demo.cleanDesk();
    }

    @AfterEach
    void light() {
        theme("e4_default");
    }

    @Test
    void editorsFollowTheTheme() {
        theme("e4_default");
        RGB[] lightColours = pictures("light");
        theme("e4_dark");
        RGB[] darkColours = pictures("dark");
        for (int i = 0; i < lightColours.length; i++) {
            assertNotEquals(lightColours[i], darkColours[i]);
            assertTrue(brightness(lightColours[i]) > 180, "light: " + lightColours[i]);
            assertTrue(brightness(darkColours[i]) < 90, "dark: " + darkColours[i]);
        }
    }

    /** Takes the pictures; the answer is the background of a table and of a map. */
    private static RGB[] pictures(String theme) {
        Demo.open(Demo.kit());
        for (String page : List.of("Overview", "Objects", "Gaps")) {
            Windows.tab("kit.tabs", page);
            Shots.take("kit-" + page.toLowerCase(Locale.ROOT) + "-" + theme);
        }
        Windows.tab("kit.tabs", "Overview");
        List<Path> two = Demo.twoRelinks();
        Demo.open(two.getFirst());
        Control table = Windows.control("kernel.symbols", Control.class);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        Shots.take("kernel-" + theme);
        RGB[] colours = Ui.get(() ->
                new RGB[] {table.getBackground().getRGB(), map.getBackground().getRGB()});
        Ui.run(() -> Opener.comparison(Ui.page(), two.get(0), two.get(1)));
        Windows.control("comparison.map.a", AddressMap.class);
        Shots.take("comparison-" + theme);
        return colours;
    }

    private static int brightness(RGB colour) {
        return (colour.red + colour.green + colour.blue) / 3;
    }

    private static void theme(String name) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(THEMES + name, false));
        Ui.until("the theme is " + name, () -> PlatformUI.getWorkbench()
                .getService(IThemeEngine.class)
                .getActiveTheme()
                .getId()
                .equals(THEMES + name));
    }
}
