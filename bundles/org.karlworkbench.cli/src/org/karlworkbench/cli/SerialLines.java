package org.karlworkbench.cli;

import java.nio.file.Path;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.machine.emulator.RunListener;
import org.karlworkbench.machine.emulator.StartupState;

/** What a kernel says, line by line on standard error; nothing in it reaches the terminal as a command. */
final class SerialLines implements RunListener {
    private static final int LONGEST = 4096;

    private final Progress progress;
    private final StringBuilder line = new StringBuilder();

    SerialLines(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void serial(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || line.length() == LONGEST) {
                progress.say(line.toString());
                line.setLength(0);
            }
            if (c != '\n') {
                line.append(c == '\t' ? ' ' : c);
            }
        }
    }

    @Override
    public void stopped(String symbol, long address, Path socket) {
        end();
        progress.say("stopped at " + symbol + ", " + JsonAnswer.hex(address) + "; gdb: target remote " + socket);
    }

    @Override
    public void booted(StartupState startup) {
        // the answer has it
    }

    /** Shows a last line that has no end. */
    void end() {
        if (!line.isEmpty()) {
            progress.say(line.toString());
            line.setLength(0);
        }
    }
}
