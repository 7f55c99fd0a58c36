package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.open.Opener;

/** Each editor in the light and in the dark theme, as pictures; everything follows the theme, at once and wholly. */
class ThemeTest {
    private static final String THEMES = "org.eclipse.e4.ui.css.theme.";

    /** Buttons fade from one look to another, which a picture should not catch half way. */
    private static final long GTK_FADES = 400;

    private List<Path> two;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
        two = Demo.twoRelinks();
        Demo.cleanDesk();
    }

    @AfterEach
    void light() {
        theme("e4_default");
    }

    @Test
    void editorsFollowTheTheme() {
        theme("e4_default");
        RGB[] lightColours = backgrounds();
        theme("e4_dark");
        RGB[] darkColours = backgrounds();
        for (int i = 0; i < lightColours.length; i++) {
            assertNotEquals(lightColours[i], darkColours[i]);
            assertTrue(Colours.brightness(lightColours[i]) > 180, "light: " + lightColours[i]);
            assertTrue(Colours.brightness(darkColours[i]) < 90, "dark: " + darkColours[i]);
        }
    }

    @Test
    void whatIsOpenLooksAsIfItHadBeenOpenedInTheThemeThatIsChosen() {
        theme("e4_default");
        Map<String, Colours> light = pictures("light");
        theme("e4_dark");
        Map<String, Colours> turnedDark = pictures("turned-dark");
        theme("e4_default");
        Map<String, Colours> turnedLight = pictures("turned-light");
        Demo.cleanDesk();
        theme("e4_dark");
        Map<String, Colours> dark = pictures("dark");
        assertSame(light, turnedLight);
        assertSame(dark, turnedDark);
        for (Map<String, Colours> shown : List.of(light, turnedDark, turnedLight, dark)) {
            assertReadable(shown);
        }
    }

    /** The platform's theme for high contrast takes no colours but the system's. */
    @Test
    void inHighContrastColoursAreTheSystemsOwn() {
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        Ui.run(() -> themes.setCurrentTheme("org.eclipse.ui.ide.systemDefault"));
        try {
            for (Theme colour : Theme.values()) {
                int system =
                        switch (colour) {
                            case SELECTION -> SWT.COLOR_LIST_SELECTION;
                            case SELECTION_FOREGROUND -> SWT.COLOR_LIST_SELECTION_TEXT;
                            case TABLE_BACKGROUND, TABLE_STRIPE, TABLE_HEADER, MAP_BACKGROUND, CARD, FORM_BACKGROUND ->
                                SWT.COLOR_LIST_BACKGROUND;
                            default -> SWT.COLOR_LIST_FOREGROUND;
                        };
                assertEquals(
                        Ui.get(() -> Ui.display().getSystemColor(system).getRGB()),
                        Ui.get(() -> colour.color().getRGB()),
                        colour.name());
            }
        } finally {
            Ui.run(() -> themes.setCurrentTheme(IThemeManager.DEFAULT_THEME));
        }
    }

    /** Nothing is white on white or black on black, in whatever view it is. */
    private static void assertReadable(Map<String, Colours> shown) {
        shown.forEach((place, colours) -> assertTrue(colours.contrast() > 60, place + ": " + colours));
    }

    /** What our editors and the trees show has the same colours; the frames around them depend on what is active. */
    private static void assertSame(Map<String, Colours> expected, Map<String, Colours> now) {
        List<String> others = expected.keySet().stream()
                .filter(place -> place.matches(".*/(ScrolledForm|KernelView|ComparisonView|Tree)\\b.*"))
                .filter(place -> !expected.get(place).equals(now.get(place)))
                .map(place -> place + ": " + expected.get(place) + ", but " + now.get(place) + "\n")
                .toList();
        assertEquals(List.of(), others);
    }

    /** Takes pictures of all editors; the answer is the colours in them. */
    private Map<String, Colours> pictures(String theme) {
        Map<String, Colours> colours = new LinkedHashMap<>();
        Demo.open(Demo.kit());
        for (String page : List.of("Overview", "Objects", "Gaps", "Recipes")) {
            Windows.tab("kit.tabs", page);
            Jobs.ended("Asking Linkers");
            picture("kit-" + page.toLowerCase(Locale.ROOT), theme, colours);
        }
        Windows.tab("kit.tabs", "Overview");
        Demo.open(two.getFirst());
        picture("kernel", theme, colours);
        Ui.run(() -> Opener.comparison(Ui.page(), two.get(0), two.get(1)));
        Windows.control("comparison.map.a", AddressMap.class);
        picture("comparison", theme, colours);
        return colours;
    }

    /** Waits until all buttons have their final look. */
    static void faded() {
        Ui.within(GTK_FADES, () -> false);
    }

    private static void picture(String name, String theme, Map<String, Colours> colours) {
        faded();
        Shots.take(name + "-" + theme);
        Colours.shown().forEach((place, colour) -> colours.put(name + place, colour));
    }

    /** The background of a table and of a map. */
    private RGB[] backgrounds() {
        Demo.open(two.getFirst());
        Control table = Windows.control("kernel.symbols", Control.class);
        AddressMap map = Windows.control("kernel.map", AddressMap.class);
        return Ui.get(() ->
                new RGB[] {table.getBackground().getRGB(), map.getBackground().getRGB()});
    }

    /** Changes the theme, and waits until GTK has followed it and its colours have come to all controls. */
    static void theme(String name) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        Ui.run(() -> engine.setTheme(THEMES + name, false));
        boolean dark = name.contains("dark");
        Ui.until(
                "the theme is " + name,
                () -> engine.getActiveTheme().getId().equals(THEMES + name)
                        && dark
                                == Colours.brightness(Ui.page()
                                                .getWorkbenchWindow()
                                                .getShell()
                                                .getForeground()
                                                .getRGB())
                                        > 128);
    }
}
