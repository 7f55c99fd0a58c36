package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.Spoken;
import org.karlworkbench.ui.lesson.LessonView;

/** Lessons of one's own: what the documents say is taken, and whatever is broken or hostile is told with its line. */
class LessonFileTest {
    private static final String HEAD = "# Mine\n\nKit: ten-amd64\n\n## One\n\n";

    @TempDir
    Path folder;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leaveTheView() {
        LessonHand.leave();
    }

    private void open(byte[] lesson) {
        LessonHand.open(folder, lesson);
    }

    private void open(String lesson) {
        open(lesson.getBytes(StandardCharsets.UTF_8));
    }

    private static String message() {
        return Ui.get(() -> Windows.shows("lesson.message"))
                ? Windows.label("lesson.message")
                : "taken: " + Windows.label("lesson.title");
    }

    /** The example of the documents is a lesson, and is taken as one. */
    @Test
    void theExampleOfTheDocumentsCanBeTaken() throws IOException {
        String docs = Files.readString(Path.of(System.getProperty("org.karlworkbench.root"), "docs", "lessons.md"));
        String example = docs.substring(docs.indexOf("    # What"), docs.indexOf("* `# ` and a title"));
        open(example.replaceAll("(?m)^    ", ""));
        assertEquals("taken: What Stays First", message());
        LessonHand.refused();
        LessonHand.act("Open the Kit");
        Windows.control("kit.objects", Control.class);
        Robot.click(Windows.control("lesson.hint", Button.class));
        Ui.until("the hint is there", () -> texts().stream().anyMatch(text -> text.contains("second column")));
        LessonHand.answer("10");
        LessonHand.refused();
        var editor = Demo.open(LessonHand.kit("ten-amd64"));
        Ui.run(() -> editor.showObject("locore0.o"));
        LessonHand.accepted();
        link("look at the order", () -> Ui.get(() -> editor.page().equals("gaps")));
        Ui.until("the link leads to the page", () -> editor.page().equals("gaps"));
    }

    private static List<String> texts() {
        List<FormText> found = new ArrayList<>();
        Windows.collect(FormText.class, _ -> true, found);
        return found.stream().map(LessonFileTest::words).toList();
    }

    private static String words(FormText text) {
        return String.valueOf(text.getData(Spoken.KEY));
    }

    /** Clicks along the last line of a text until its link was met. */
    private static void link(String words, BooleanSupplier there) {
        List<FormText> found = new ArrayList<>();
        Ui.until("there is a link", () -> {
            found.clear();
            Windows.collect(FormText.class, text -> words(text).contains(words), found);
            return !found.isEmpty();
        });
        FormText text = found.getFirst();
        Point size = Ui.get(text::getSize);
        for (int x = 10; x < size.x && !there.getAsBoolean(); x += 30) {
            Robot.click(text, x, size.y - 10);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [x](https://example.org/)          | line 7 | lead nowhere else
                    [x](file:///etc/passwd)            | line 7 | lead nowhere else
                    [x](do:run sh)                     | line 7 | `sh` is no command
                    [x](do:run)                        | line 7 | command
                    [x](do:exec rm -rf /)              | line 7 | is nothing that a button does
                    [x](do:view ../../secret)          | line 7 | is no view
                    [x](do:relink 99999999999999999)   | line 7 | is no seed
                    [x](do:relink 7 8)                 | line 7 | is too much
                    [](do:relink)                      | line 7 | no words
                    ```check%selected nothing x%```    | line 9 | is no table
                    ```check%relinks many%```          | line 9 | is no number of relinks
                    ```check%gap-bounds text9 0 0%```  | line 9 | is no gap
                    ```check%solved%```                | line 9 | is nothing that can be checked
                    ```check%kit                       | line 9 | has no end
                    ```ask%Why?%```                    | line 9 | no answer
                    ```ask%Why?%= everything%```       | line 10 | is nothing that can be asked
                    ```run%rm%```                      | line 9 | no block `run`
                    # Again                            | line 7 | a title is missing
                    """)
    void whatIsBrokenIsToldWithItsLine(String lines, String place, String words) {
        open(HEAD + lines.replace('%', '\n') + "\n");
        String message = message();
        assertTrue(message.contains(place + ":"), message);
        assertTrue(message.contains(words), message);
    }

    /** All questions of the workbench's own lessons are about what is there, whatever the draw. */
    @Test
    void noAnswerOfOurLessonsIsFixed() throws IOException {
        Path lessons =
                Path.of(System.getProperty("org.karlworkbench.root"), "bundles", "org.karlworkbench.help", "lessons");
        List<String> answers = new ArrayList<>();
        try (Stream<Path> files = Files.list(lessons)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("= "))
                        .forEach(answers::add);
            }
        }
        assertTrue(answers.size() > 20);
        assertEquals(
                List.of(),
                answers.stream().filter(each -> each.startsWith("= word")).toList());
    }

    @Test
    void whatIsNoLessonIsRefused() {
        open("");
        assertTrue(message().contains("a title is missing"), message());
        open("# Mine\n\n## One\n");
        assertTrue(message().contains("the lesson has no kit"), message());
        open("# Mine\nKit: ../../etc\n");
        assertTrue(message().contains("is no name of a sample kit"), message());
        open("# Mine\nKit: ten-amd64\n");
        assertTrue(message().contains("no step"), message());
        open(HEAD + "\u202egnitirw denrut");
        assertTrue(message().contains("line 7"), message());
        open(HEAD + "a\u0007bell");
        assertTrue(message().contains("control character"), message());
        open(HEAD + "x".repeat(3_000));
        assertTrue(message().contains("longer than 2,000"), message());
        open(HEAD + "## Step\n".repeat(100));
        assertTrue(message().contains("more than 60 steps"), message());
        open(new byte[] {'#', ' ', (byte) 0xff, (byte) 0xfe});
        assertTrue(message().contains("not in UTF-8"), message());
        open((HEAD + "many\n".repeat(100_000)));
        assertTrue(message().contains("larger than 256 KiB"), message());
        Ui.run(() -> LessonView.open(Ui.page(), folder.resolve("none.lesson")));
        assertTrue(message().contains("no such file"), message());
    }

    /** Markup of a lesson's own is only text, and a sample that there is not is told when it is needed. */
    @Test
    void markupIsShownAsText() {
        open("# <b>Mine</b> & \"yours\"\n\nKit: no-such-kit\n\n## </form><img src='x'/>\n\n"
                + "</p></form>&lt; <a href=\"0\">x</a> **<b>** `<&>`\n\n[Open & See <it>](do:kit)\n");
        assertEquals("taken: <b>Mine</b> & \"yours\"", message());
        LessonHand.act("Open  See <it>");
        Ui.until("it says so", () -> LessonHand.said().contains("no sample kit of this name"));
    }

    /** Whatever is changed at random in our own lessons is taken or told, and never more than that. */
    @Test
    void damagedLessonsDoNoHarm() throws IOException {
        Path lessons = Path.of(System.getProperty("org.karlworkbench.root"), "bundles/org.karlworkbench.help/lessons");
        Random random = new Random();
        List<Path> all;
        try (var files = Files.list(lessons)) {
            all = files.toList();
        }
        assertFalse(all.isEmpty());
        Pattern place = Pattern.compile("line [0-9]+");
        int rounds = 20 * Integer.getInteger("karl.rounds", 1);
        for (int round = 0; round < rounds; round++) {
            byte[] lesson = Files.readAllBytes(all.get(random.nextInt(all.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                lesson[random.nextInt(lesson.length)] = (byte) random.nextInt(128);
            }
            long begin = System.nanoTime();
            open(lesson);
            String message = message();
            Matcher matcher = place.matcher(message);
            boolean told = matcher.find() || message.contains("title") || message.contains("UTF-8");
            assertTrue(message.startsWith("taken: ") || told, message);
            assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(60));
        }
    }

    @Test
    void theStartPageLeadsToLessons() {
        Windows.menu("alt+h", "p");
        Windows.control("start", Control.class);
        List<ImageHyperlink> found = new ArrayList<>();
        Ui.run(() ->
                Windows.collect(ImageHyperlink.class, link -> link.getText().startsWith("Take a lesson"), found));
        Robot.click(found.getFirst(), 20, 8);
        Windows.control("lesson.list", Control.class);
        Shots.take("lessons");
        Ui.run(() -> Ui.page().hideView(Ui.page().findView(Ids.LESSON_VIEW)));
        Windows.menu("alt+h", "l");
        Windows.control("lesson.list", Control.class);
        assertEquals(0, Ui.get(() -> {
            List<Label> broken = new ArrayList<>();
            Windows.collect(Label.class, label -> label.getText().contains("not installed"), broken);
            return broken.size();
        }));
    }
}
