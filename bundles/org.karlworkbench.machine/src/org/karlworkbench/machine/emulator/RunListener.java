package org.karlworkbench.machine.emulator;

import java.nio.file.Path;

/** Told what happens while a kernel runs, on the thread that runs it. */
public interface RunListener {
    /** Does not listen. */
    RunListener NONE = new RunListener() {
        @Override
        public void serial(String text) {}

        @Override
        public void stopped(String symbol, long address, Path socket) {}

        @Override
        public void booted(StartupState startup) {}
    };

    /**
     * The kernel said something.
     *
     * @param text as it comes: a part of a line, or some lines; control characters are in it
     */
    void serial(String text);

    /**
     * The machine waits for a debugger.
     *
     * @param symbol where it stands
     * @param address the same as an address
     * @param socket where a debugger finds it
     */
    void stopped(String symbol, long address, Path socket);

    /**
     * The text that was waited for has come, and the machine was looked at. It may go on.
     *
     * @param startup what is left of the startup code
     */
    void booted(StartupState startup);
}
