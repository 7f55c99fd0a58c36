package org.karlworkbench.ui.relink;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.table.Shown;

/** The console in which linkers speak for themselves; there is one, named KARL. Its methods may be called anywhere. */
public final class KarlConsole {
    private static final String NAME = "KARL";
    private static final int KEPT = 200_000;
    private static KarlConsole instance;

    private final MessageConsole console;
    private final MessageConsoleStream words;
    private final MessageConsoleStream heads;
    private final MessageConsoleStream errors;
    private final FailureRevealer revealer;

    private KarlConsole() {
        console = new MessageConsole(NAME, Images.descriptor("relink"));
        console.setWaterMarks(KEPT / 2, KEPT);
        words = console.newMessageStream();
        heads = console.newMessageStream();
        errors = console.newMessageStream();
        PlatformUI.getWorkbench().getDisplay().syncExec(this::colours);
        ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {console});
        revealer = new FailureRevealer(console);
        console.getDocument().addDocumentListener(revealer);
    }

    private void colours() {
        heads.setColor(Theme.CONSOLE_HEAD.color());
        errors.setColor(Theme.CONSOLE_ERROR.color());
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(_ -> {
            heads.setColor(Theme.CONSOLE_HEAD.color());
            errors.setColor(Theme.CONSOLE_ERROR.color());
        });
    }

    /** The console, made at the first question. */
    public static synchronized KarlConsole get() {
        if (instance == null) {
            instance = new KarlConsole();
        }
        return instance;
    }

    /** A line of the workbench's own: what begins, what came of it. */
    public void head(String line) {
        heads.println(Shown.line(line));
    }

    /** A line that a tool said. */
    public void say(String line) {
        words.println(Shown.line(line));
    }

    /**
     * A failure; the console comes to the front of its view and shows it.
     *
     * @param line the failure
     * @param shown is told on the UI thread when it is on screen
     */
    public void error(String line, Runnable shown) {
        revealer.expect(line, shown);
        errors.println(line);
    }

    /** Everything that stands in the console. */
    public String text() {
        return console.getDocument().get();
    }
}
