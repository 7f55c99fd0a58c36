package org.karlworkbench.ui.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.karlworkbench.machine.emulator.Loader;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.ui.Remembered;

/**
 * What a person chooses for a run.
 *
 * @param seconds how long the machine may run, above 0
 * @param expect what the kernel says when it has booted, not empty
 * @param arguments boot arguments besides the one that makes it ask for its root device; may be empty
 * @param goesOn whether the machine goes on when it has booted
 * @param typed what is typed then, without Return; may be empty
 * @param stopAt the symbol to stop at; empty for none
 * @param debugger whether a debugger gets a socket
 * @param loader how the kernel is entered
 */
record RunSettings(
        int seconds,
        String expect,
        String arguments,
        boolean goesOn,
        String typed,
        String stopAt,
        boolean debugger,
        Loader loader) {
    /** The longest run, in seconds: a week. */
    static final int LONGEST = 7 * 24 * 3600;

    /** What is right for most runs: the kernel boots to its prompt, is looked at, and ends. */
    static final RunSettings USUAL = new RunSettings(
            (int) RunRequest.TIMEOUT.toSeconds(), RunRequest.PROMPT, "", false, "", "", false, Loader.AUTO);

    private static final String NAME = "Run Kernel";
    private static final String TYPED = "typed";
    private static final String RETURN = "\r";

    /** What was chosen last. */
    static RunSettings last() {
        IDialogSettings last = Remembered.of(NAME);
        if (last.get("seconds") == null) {
            return USUAL;
        }
        List<String> words = Remembered.rows(NAME, TYPED).stream()
                .filter(row -> row.size() == 4)
                .findFirst()
                .orElse(List.of(USUAL.expect, "", "", ""));
        return new RunSettings(
                Math.clamp(last.getInt("seconds"), 1, LONGEST),
                words.get(0),
                words.get(1),
                last.getBoolean("goesOn"),
                words.get(2),
                words.get(3),
                last.getBoolean("debugger"),
                loader(last.get("loader")));
    }

    private static Loader loader(String name) {
        for (Loader each : Loader.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return Loader.AUTO;
    }

    /** Keeps this for the next question. */
    void keep() {
        IDialogSettings last = Remembered.of(NAME);
        last.put("seconds", seconds);
        Remembered.keep(NAME, TYPED, Stream.of(List.of(expect, arguments, typed, stopAt)));
        last.put("goesOn", goesOn);
        last.put("debugger", debugger);
        last.put("loader", loader.name());
    }

    /**
     * The engine's request.
     *
     * @param kernel the kernel's file
     * @param folder a folder for the debugger's socket
     */
    RunRequest request(Path kernel, Path folder) {
        return new RunRequest(
                kernel,
                Duration.ofSeconds(seconds),
                expect,
                (RunRequest.ASK + " " + arguments).strip(),
                loader,
                debugger ? folder.resolve("gdb") : null,
                stopAt.isEmpty() ? null : stopAt,
                null,
                goesOn ? keys() : null);
    }

    private String keys() {
        return typed.isEmpty() ? "" : typed + RETURN;
    }
}
