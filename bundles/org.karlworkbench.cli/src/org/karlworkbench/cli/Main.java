package org.karlworkbench.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the {@code karl} command starts. */
public final class Main {
    private static final int BUFFER = 1 << 16;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the words after {@code karl}
     */
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = new Karl(out, err, Terminal.ofProcess(err)).run(args);
        if (out.checkError()) {
            status = Karl.FAILED;
            err.println("karl: standard output: the answer could not be written whole; "
                    + "the disk is full, or what read it has gone");
        }
        err.flush();
        Runtime.getRuntime().halt(Interrupt.finish(status));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        FileOutputStream file = new FileOutputStream(descriptor);
        return new PrintStream(new BufferedOutputStream(file, BUFFER), false, StandardCharsets.UTF_8);
    }
}
