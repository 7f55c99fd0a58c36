package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.ContextHelp;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.canvas.AddressMap;
import org.karlworkbench.ui.canvas.DiagramCanvas;
import org.karlworkbench.ui.canvas.PictureCanvas;
import org.karlworkbench.ui.canvas.Treemap;
import org.karlworkbench.ui.open.Opener;

/** F1 knows each field, list and button of ours; a new one needs a row in docs/fields.md. */
class FieldHelpTest {
    private static final List<Class<? extends Control>> FIELDS = List.of(
            Text.class,
            Combo.class,
            Spinner.class,
            Button.class,
            NatTable.class,
            Table.class,
            Tree.class,
            ToolBar.class,
            Hyperlink.class,
            AddressMap.class,
            Treemap.class,
            DiagramCanvas.class,
            PictureCanvas.class);

    /** How a field is made and named at once. */
    private static final Pattern MADE = Pattern.compile(
            "new (?:Text|Combo|Spinner|Button|ColumnTable|Table|Treemap)\\((?:[^()\"]|\\([^()]*\\))*,?\\s*(?:\\),\\s*)?\"(\\w+(?:\\.\\w+)+)\"");

    private final Set<String> known = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leave() {
        Views.hide("org.eclipse.help.ui.HelpView");
        Demo.cleanDesk();
    }

    @Test
    void everyFieldOfEditorsAndViewsHasWords() {
        List<Path> two = Demo.twoRelinks();
        Demo.open(Demo.kit());
        for (String page : List.of("Overview", "Objects", "Gaps", "Recipes")) {
            Windows.tab("kit.tabs", page);
            look();
        }
        Windows.tab("kit.tabs", "Overview");
        Demo.open(two.getFirst());
        Ui.until("the kernel is read", () -> Windows.shows("kernel.symbols"));
        for (String tab : List.of("Symbols", "Objects", "Sections", "Gaps")) {
            Windows.tab("kernel.tabs", tab);
            look();
        }
        for (String view : NarrowTest.VIEWS) {
            Views.show(view);
            look();
        }
        Ui.run(() -> Opener.comparison(Ui.page(), two.get(0), two.get(1)));
        Ui.until("the comparison is there", () -> Windows.shows("comparison.map.a"));
        look();
        Ui.run(() -> Opener.start(Ui.page()));
        Ui.until("the start page is there", () -> Windows.shows("start.kit"));
        look();
        assertTrue(
                known.containsAll(List.of("gap.text0.low", "kernel.objects", "ledger.table", "sizes.map")),
                known::toString);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyFieldOfDialogsHasWords() {
        Demo.open(Demo.kit());
        lookAt(Ids.PLUGIN + ".relinkMany", "many.count");
        lookAt(Ids.PLUGIN + ".measure", "measure.count");
        lookAt(Ids.PLUGIN + ".noise", "noise.count");
        lookAt(Ids.PLUGIN + ".cleanUpLedger", "cleanup.keep");
        lookAt(Ids.PLUGIN + ".identify", "identify.dump");
        lookAt(Ids.PLUGIN + ".bisect", "bisect.good");
        Demo.open(Demo.twoRelinks().getFirst());
        lookAt(Ids.RUN_KERNEL_WITH_COMMAND, "run.seconds");
        lookAt(Ids.PLUGIN + ".goTo", "goto.text");
        assertTrue(known.containsAll(List.of("noise.command", "run.expect", "bisect.bad")), known::toString);
        assertEquals(Set.of(), unknown);
    }

    /** Those too that no test here opens, as far as they are named where they are made. */
    @Test
    void everyFieldThatTheSourcesNameHasWords() throws IOException {
        Path sources = Path.of(System.getProperty("org.karlworkbench.root"), "bundles", "org.karlworkbench.ui", "src");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult made) -> made.group(1))
                        .forEach(this::note);
            }
        }
        assertTrue(
                known.containsAll(List.of("newkit.place", "lesson.answer", "machine.timeline", "linkers.program")),
                known::toString);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void f1TellsAboutTheFieldWithTheFocus() {
        Demo.open(Demo.kit());
        Windows.tab("kit.tabs", "Gaps");
        Robot.click(Windows.field("gap.rodata.low"));
        Robot.key("F1");
        HelpShown.until("0 or more. Both bounds are possible values.");
        Shots.take("help-field");
        Demo.open(Demo.twoRelinks().getFirst());
        Robot.click(Windows.field("kernel.symbols.filter"));
        Robot.key("F1");
        HelpShown.until("Leaves the rows in which all words hold");
        Views.hide("org.eclipse.help.ui.HelpView");
        ask(Ids.RUN_KERNEL_WITH_COMMAND, "run.seconds");
        Robot.click(Windows.field("run.stopAt"));
        Robot.key("F1");
        HelpShown.until("stopped before the first instruction there. In the command: --stop-at SYMBOL");
        Shots.take("help-field-dialog");
        leave("run.seconds");
    }

    private void lookAt(String command, String field) {
        ask(command, field);
        look();
        leave(field);
    }

    /** Has a command open its dialog. */
    private static void ask(String command, String field) {
        Ui.display().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        Ui.until("there is " + field, () -> Windows.shows(field));
    }

    private static void leave(String field) {
        Control control = Windows.control(field, Control.class);
        Shell dialog = Ui.get(control::getShell);
        Ui.run(dialog::close);
        Ui.until("the dialog is closed", dialog::isDisposed);
    }

    /** Holds all fields that can be seen against what F1 says. */
    private void look() {
        Ui.run(() -> {
            List<Control> fields = new ArrayList<>();
            Windows.collect(Control.class, FieldHelpTest::isField, fields);
            fields.forEach(field -> note(field.getData(Ids.KEY).toString()));
        });
    }

    private static boolean isField(Control control) {
        return control.getData(Ids.KEY) != null && FIELDS.stream().anyMatch(kind -> kind.isInstance(control));
    }

    private void note(String name) {
        (ContextHelp.field(name).isPresent() ? known : unknown).add(name);
    }
}
