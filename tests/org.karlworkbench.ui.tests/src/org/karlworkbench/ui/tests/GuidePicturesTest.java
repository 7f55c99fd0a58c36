package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.Treemap;
import org.karlworkbench.ui.open.Opener;

/** Takes the pictures of the user guide; releng/guide/pictures.sh brings them into docs/images. */
class GuidePicturesTest {
    private static final Path ROOT = Path.of(System.getProperty("org.karlworkbench.root"));
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]+]\\((?:docs/)?images/([\\w-]+)\\.png\\)");
    private static final int OBJECTS = 1;

    /** Beside Properties, which show where files lie on the machine that takes the pictures. */
    private static final String PROBLEMS = "org.eclipse.ui.views.ProblemView";

    private final Set<String> taken = new TreeSet<>();

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leaveTheViews() {
        Properties.show();
    }

    /** The documents show all pictures that are taken here, and no other. */
    @Test
    void picturesOfTheGuide() throws IOException {
        kit();
        kernel();
        comparison();
        assertEquals(taken, shown(), "pictures of README.md and docs/");
        assertEquals(taken, kept(), "pictures in docs/images; releng/guide/pictures.sh takes them anew");
    }

    private void kit() {
        Demo.open(Demo.kit());
        Windows.tab("kit.tabs", "Objects");
        Windows.control("kit.objects", Control.class);
        Views.show(PROBLEMS);
        take("kit");
        Windows.tab("kit.tabs", "Gaps");
        AddressMap preview = Windows.control("preview.map", AddressMap.class);
        Ui.until("the preview has a layout", () -> !preview.model().isEmpty());
        take("recipe");
    }

    private void kernel() {
        AddressMap map = Demo.openFirstRelink();
        Ui.run(() -> map.select(OBJECTS, map.model().lane(OBJECTS).count() / 2));
        Views.show(PROBLEMS);
        take("kernel");
        Views.show(Ids.SIZES_VIEW);
        Treemap sizes = Windows.control("sizes.map", Treemap.class);
        Ui.until("there are sizes", () -> sizes.model().childCount(0) > 0);
        take("sizes");
        Views.show(Ids.EXPOSURE_VIEW);
        Windows.control("exposure.map", AddressMap.class);
        Jobs.ended("Reading Exposure");
        take("exposure");
    }

    private void comparison() {
        List<Path> two = Demo.twoRelinks();
        Views.show(PROBLEMS);
        Ui.run(() -> Opener.comparison(Ui.page(), two.getFirst(), two.getLast()));
        AddressMap map = Windows.control("comparison.map.b", AddressMap.class);
        Ui.until("both kernels are shown", () -> !map.model().isEmpty());
        take("workbench");
    }

    private void take(String name) {
        Ui.within(300, () -> false); // until all has been painted and laid out
        Path picture = Shots.take("guide-" + name);
        try {
            assertTrue(Files.size(picture) > 20_000, () -> picture + " seems to be empty");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        taken.add(name);
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path document : documents()) {
            PICTURE.matcher(Files.readString(document)).results().forEach(match -> shown.add(match.group(1)));
        }
        return shown;
    }

    private static Set<Path> documents() throws IOException {
        Set<Path> documents = new TreeSet<>(Set.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    private static Set<String> kept() throws IOException {
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/images"))) {
            files.forEach(file -> kept.add(file.getFileName().toString().replace(".png", "")));
        }
        return kept;
    }
}
