package org.karlworkbench.ui.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.IConsoleView;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IOConsole;
import org.eclipse.ui.console.IOConsoleOutputStream;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.ui.Images;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.Theme;
import org.karlworkbench.ui.table.Shown;

/**
 * What a kernel says, in a console of its own; what is typed there is typed at the kernel, line by line. It is called
 * terminated when the machine is gone, and stays until the kernel is run again or somebody removes it.
 */
final class RunConsole extends IOConsole {
    private static final int KEPT = 1_000_000;
    private static final String ENCODING = StandardCharsets.UTF_8.name();

    private final KernelRun run;
    private final IOConsoleOutputStream words = newOutputStream();
    private final IOConsoleOutputStream heads = newOutputStream();
    private boolean removed;

    RunConsole(KernelRun run) {
        super(
                Shown.line(run.name()) + " [Kernel]",
                "org.karlworkbench.ui.kernel",
                Images.descriptor("run"),
                ENCODING,
                true);
        this.run = run;
        setWaterMarks(KEPT / 2, KEPT);
        heads.setColor(Theme.CONSOLE_HEAD.color());
        getInputStream().setColor(Theme.CONSOLE_HEAD.color());
        Thread.ofPlatform().daemon().name("keys of " + getName()).start(this::readKeys);
    }

    KernelRun run() {
        return run;
    }

    /**
     * Brings it to the front of the Console view, on the UI thread. At once: the console manager would do it a little
     * later, when the run may already have ended and what came of it is to be seen.
     *
     * @param page where the view is
     */
    void show(IWorkbenchPage page) {
        ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {this});
        try {
            IViewPart view = page.showView(IConsoleConstants.ID_CONSOLE_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
            page.bringToTop(view);
            if (view instanceof IConsoleView consoles && !consoles.isPinned()) {
                consoles.display(this);
            }
        } catch (PartInitException e) {
            Problems.log(e);
        }
    }

    /** Whether it was not taken away. */
    boolean isThere() {
        return !removed;
    }

    /** Takes it out of the Console view for good. */
    void remove() {
        removed = true;
        ConsolePlugin.getDefault().getConsoleManager().removeConsoles(new IConsole[] {this});
    }

    /** Shows what the kernel said. */
    void say(String text) {
        print(words, harmless(text));
    }

    /** What would move a cursor or ring a bell is shown as a dot: a kernel's words are not trusted. */
    private static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == '\n' || c == '\t' || !Character.isISOControl(c);
            shown.append(plain ? c : '·');
        }
        return shown.toString();
    }

    private void print(IOConsoleOutputStream stream, String text) {
        try {
            stream.write(text);
        } catch (IOException e) {
            Problems.log(e); // somebody removed the console; the run goes on
        }
    }

    /** Says in the end what came of the run, and takes no more keys. */
    void ended() {
        print(heads, "\n" + RunWords.state(run) + "\n");
        RunResult result = run.result();
        if (result != null && RunWords.panicked(run) && Symbolizing.isThere()) {
            addPatternMatchListener(new Link(result.detail()));
        }
        try {
            getInputStream().close();
        } catch (IOException e) {
            Problems.log(e);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> setName("<terminated> " + getName()));
        }
    }

    private void readKeys() {
        try (BufferedReader keys =
                new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = keys.readLine(); line != null; line = keys.readLine()) {
                run.type(line + "\r");
            }
        } catch (IOException e) {
            Problems.log(e);
        }
    }

    /** Whether all is in its document that was said of the run, which is printed there bit by bit. */
    boolean isWhole() {
        return run.isEnded() && getDocument().get().contains(RunWords.state(run));
    }

    /** Hands the words with which the kernel gave up on, to the end; for a run that panicked. */
    void symbolizePanic() {
        symbolize(Math.max(0, getDocument().get().indexOf(run.result().detail())));
    }

    private void symbolize(int from) {
        Symbolizing.of(getDocument(), from);
    }

    /** A link on the line in which the kernel gave up. */
    private final class Link implements IPatternMatchListener, IHyperlink {
        private final String line;
        private int from;

        private Link(String line) {
            this.line = line;
        }

        @Override
        public String getPattern() {
            return Pattern.quote(line);
        }

        @Override
        public int getCompilerFlags() {
            return 0;
        }

        @Override
        public String getLineQualifier() {
            return null;
        }

        @Override
        public void matchFound(PatternMatchEvent event) {
            try {
                from = event.getOffset();
                addHyperlink(this, event.getOffset(), event.getLength());
            } catch (BadLocationException e) {
                Problems.log(e);
            }
        }

        @Override
        public void linkActivated() {
            symbolize(from);
        }

        @Override
        public void connect(TextConsole console) {
            // there is one console
        }

        @Override
        public void disconnect() {
            // as above
        }

        @Override
        public void linkEntered() {
            // the console shows it
        }

        @Override
        public void linkExited() {
            // as above
        }
    }
}
