package org.karlworkbench.ui.tests;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs that the tests need: xdotool, import, nm, tar. */
final class Tool {
    private Tool() {}

    /** Runs a program and returns what it says; the test fails when the program does. */
    static String run(int seconds, List<String> command) {
        return run(seconds, 0, command);
    }

    /** The same for a program that shall end with another status. */
    static String run(int seconds, int status, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != status) {
                process.destroyForcibly();
                throw new AssertionError(command + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
