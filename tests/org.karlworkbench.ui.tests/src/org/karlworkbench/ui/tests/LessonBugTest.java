package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;

/** The lessons about bugs that only some relinks show are taken step by step; nm says what the right answers are. */
class LessonBugTest {
    private static final Pattern FRAME = Pattern.compile("#\\d+ 0x([0-9a-f]+)");
    private static final List<String> VIEWS = List.of(Ids.LESSON_VIEW, Ids.SYMBOLIZE_VIEW, Ids.BISECT_VIEW);

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leaveTheViews() {
        Demo.cleanDesk();
        VIEWS.forEach(Views::hide);
        Views.show("org.eclipse.ui.views.PropertySheet");
    }

    private static Path run(String relink, IFile kit) {
        Path kernel = LessonHand.relink(relink, kit);
        LessonHand.act("Run the Kernel");
        Ui.until("it has run", () -> Windows.words("run.state").startsWith(kernel.getFileName() + ": "));
        Jobs.ended("Running");
        return kernel;
    }

    @Test
    void debuggingARandomizedKernel() {
        LessonHand.take("Debugging a Randomized Kernel");
        IFile kit = LessonHand.kit("demo-amd64-overrun");
        LessonHand.refused();
        Path works = run("Relink With Seed 40", kit);
        LessonHand.answered(LessonHand.address(works, "quota_charge"));
        LessonHand.next();
        Path fails = run("Relink With Seed 41", kit);
        List<String> said = numbers(Ui.get(() -> Windows.words("run.state")));
        LessonHand.answer(said.getLast());
        LessonHand.refused();
        LessonHand.answered(said.getFirst());
        LessonHand.next();
        LessonHand.act("Symbolize the Panic");
        Text trace = Windows.field("symbolize.trace");
        Ui.until("it is handed on", () -> trace.getText().startsWith("panic: quota: " + said.getFirst()));
        List<String> stack = FRAME.matcher(Ui.get(trace::getText))
                .results()
                .map(frame -> function(fails, frame))
                .toList();
        String charge = owner("quota_charge");
        assertEquals(charge, owner(stack.get(0)));
        LessonHand.answered(charge);
        String verdict = Windows.label("symbolize.verdict");
        assertTrue(verdict.startsWith("Identified: " + fails.getFileName()), verdict);
        Shots.take("lesson-panic");
        LessonHand.next();
        LessonHand.answered(owner(stack.get(1)));
        LessonHand.next();
        LessonHand.act("Open the Kernel");
        LessonHand.act("Select quota_left");
        assertEquals(owner(stack.get(1)), owner(before(fails, "quota_left")), "the caller lies beside its victim");
        LessonHand.answered(owner(stack.get(1)));
        LessonHand.next();
        Path again = run("Relink With Seed 43", kit);
        LessonHand.act("Select quota_left");
        assertNotEquals(owner(stack.get(1)), owner(before(again, "quota_left")));
        LessonHand.answered(owner(before(again, "quota_left")));
        LessonHand.next();
    }

    /** The numbers of a panic. */
    private static List<String> numbers(String state) {
        String panic = state.substring(state.indexOf("panic: "));
        return Pattern.compile("\\b[0-9]+\\b")
                .matcher(panic)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void huntingAnOrderBug() {
        LessonHand.take("Hunting an Order Bug");
        IFile kit = LessonHand.kit("demo-amd64-initorder");
        LessonHand.refused();
        Path works = run("Relink With Seed 51", kit);
        assertEquals("arena.o", first(works));
        LessonHand.accepted();
        LessonHand.next();
        Path fails = run("Relink With Seed 52", kit);
        assertEquals("cache.o", first(fails));
        LessonHand.answered(numbers(Ui.get(() -> Windows.words("run.state"))).getFirst());
        LessonHand.next();
        LessonHand.act("Compare Both");
        LessonHand.answered(String.valueOf(body(works)));
        LessonHand.next();
        LessonHand.act("Open the Kit");
        Ui.until("the kit is there", () -> Windows.shows("kit.form.overview"));
        LessonHand.act("Bisect…");
        bisect(works, fails);
        String[] confirmed = Ui.get(() -> Windows.words("bisect.result"))
                .replaceFirst("(?s).*relinks: (\\d+) of (\\d+) fail with it.*", "$1/$2")
                .split("/");
        assertEquals(confirmed[1], confirmed[0]);
        Shots.take("lesson-bisect");
        LessonHand.answered(confirmed[0]);
        LessonHand.next();
        LessonHand.answered("cache.o");
        LessonHand.next();
        Path third = LessonHand.relink("Relink With Seed 53", kit);
        LessonHand.answered(first(third));
        LessonHand.next();
        LessonHand.act("Run the Kernel");
        LessonHand.accepted();
        LessonHand.next();
    }

    /** Goes through the wizard and waits for what is found. */
    private static void bisect(Path works, Path fails) {
        BisectViewTest.choose("bisect.good", works);
        BisectViewTest.choose("bisect.bad", fails);
        Button next = Windows.button("Next >");
        Ui.until("Next is on", next::isEnabled);
        Robot.click(next);
        Button boot = Windows.control("bisect.test.boot", Button.class);
        Button command = Windows.control("bisect.test.command", Button.class);
        Text expect = Windows.field("bisect.expect");
        Ui.run(() -> {
            command.setSelection(false);
            boot.setSelection(true);
            boot.notifyListeners(SWT.Selection, new Event());
            expect.setText("root device:");
        });
        BisectViewTest.finish();
        BisectViewTest.says("bisect.result", "Confirmed on fresh relinks: ");
    }

    /** Which of both objects nm finds first. */
    private static String first(Path kernel) {
        return Nm.of(kernel).stream()
                .filter(nm -> nm.name().matches("(arena|cache)_init"))
                .findFirst()
                .orElseThrow()
                .name()
                .replace("_init", ".o");
    }

    /** How many objects were shuffled. */
    private static int body(Path kernel) {
        return LessonHand.entry(kernel).getAsJsonArray("order").size();
    }

    /** The function into which a call returns. */
    private static String function(Path kernel, MatchResult frame) {
        long address = Long.parseUnsignedLong(frame.group(1), 16);
        return last(
                kernel,
                nm -> Character.toUpperCase(nm.type()) == 'T' && Long.compareUnsigned(nm.address(), address) < 0);
    }

    /** What comes before a symbol of .data. */
    private static String before(Path kernel, String symbol) {
        long address = Long.parseUnsignedLong(LessonHand.address(kernel, symbol).substring(2), 16);
        return last(
                kernel,
                nm -> Character.toUpperCase(nm.type()) == 'D' && Long.compareUnsigned(nm.address(), address) < 0);
    }

    private static String last(Path kernel, Predicate<Nm> wanted) {
        return Nm.of(kernel).stream().filter(wanted).toList().getLast().name();
    }

    /** The object of the kit that defines a symbol. */
    private static String owner(String symbol) {
        Path kit = Path.of(System.getProperty("org.karlworkbench.samples"), "demo-amd64-overrun");
        List<String> command = new ArrayList<>(List.of("nm", "-A", "--defined-only"));
        try (var files = Files.list(kit)) {
            files.filter(file -> file.toString().endsWith(".o")).forEach(file -> command.add(file.toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> owners = Tool.run(60, command)
                .lines()
                .filter(line -> line.endsWith(" " + symbol))
                .map(line -> Path.of(line.substring(0, line.indexOf(':')))
                        .getFileName()
                        .toString())
                .toList();
        assertEquals(1, owners.size(), symbol + " is defined by " + owners);
        return owners.getFirst();
    }
}
