package org.karlworkbench.machine.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.SearchPath;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.source.AtExit;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.relink.Limits;
import org.karlworkbench.relink.ProcessTree;

/** QEMU as a process: started, standing before its first instruction, in a folder of its own; ended with all it started. */
final class Emulator implements AutoCloseable {
    private static final long MEMORY = 8L << 30;
    private static final long FILES = 4L << 30;
    private static final Duration GREETING = Duration.ofSeconds(20);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final int WORDS = 4096;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final KernelImage kernel;
    private final Path folder;
    private final ProcessTree tree;
    private final Runnable kill;
    private final Qmp qmp;
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final Thread wordReader;
    private SerialPort serial;

    private Emulator(KernelImage kernel, Path folder, ProcessTree tree, Progress progress) {
        this.kernel = kernel;
        this.folder = folder;
        this.tree = tree;
        this.kill = tree::kill;
        AtExit.add(kill);
        this.wordReader = Thread.ofPlatform().daemon().name("emulator words").start(this::readWords);
        this.qmp = new Qmp(tree.process(), progress);
    }

    /**
     * Starts the emulator of an architecture.
     *
     * @param kernel what it shall run
     * @param request how
     * @param folder an empty folder of its own
     * @param progress asked for cancel
     * @throws EngineException if there is none, or if it does not start
     * @throws CancellationException if somebody wants an end
     */
    static Emulator start(KernelImage kernel, RunRequest request, TempFolder folder, Progress progress)
            throws EngineException {
        Path qemu = program(kernel);
        Loader loader = kernel.loader(request.loader());
        Path path = folder.path();
        Path gdb = request.gdb() != null
                ? request.gdb().toAbsolutePath()
                : request.stopAt() != null ? Path.of(QemuCommand.GDB) : null;
        List<String> command = endingWithUs(QemuCommand.of(qemu, kernel.board(), loader, request.arguments(), gdb));
        // processor time is no use as a limit of a machine that may run for hours; the run's own clock ends it
        Limits limits = new Limits(request.timeout().multipliedBy(4).plus(GREETING), MEMORY, FILES);
        Emulator emulator = null;
        try {
            Files.createSymbolicLink(
                    path.resolve(QemuCommand.KERNEL), kernel.path().toAbsolutePath());
            if (loader == Loader.OPENBSD) {
                writeLoader(path.resolve(QemuCommand.LOADER));
            }
            emulator = new Emulator(kernel, path, ProcessTree.start(command, path, path, limits), progress);
            emulator.qmp.execute("qmp_capabilities", null);
            emulator.serial = new SerialPort(emulator.socket(QemuCommand.SERIAL));
            return emulator;
        } catch (IOException e) {
            throw failure(emulator, qemu, e);
        } catch (CancellationException e) {
            close(emulator);
            throw e;
        }
    }

    /** Nobody would end the machine of a process that was killed: the system does, when the thread that started it is gone. */
    private static List<String> endingWithUs(List<String> command) {
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            all.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
        }
        all.addAll(command);
        return all;
    }

    private static Path program(KernelImage kernel) throws EngineException {
        Architecture architecture = kernel.architecture();
        return SearchPath.find(List.of(architecture.emulator()))
                .orElseThrow(() -> new EngineException(
                        "no-emulator",
                        kernel.path().toString(),
                        null,
                        "needs " + architecture.emulator() + ", which is not installed",
                        "apt install " + architecture.emulatorPackage()));
    }

    private static void writeLoader(Path to) throws IOException {
        try (InputStream loader = Emulator.class.getResourceAsStream(QemuCommand.LOADER)) {
            if (loader == null) {
                throw new IOException("the loader is missing from this installation");
            }
            Files.copy(loader, to);
        }
    }

    private static EngineException failure(Emulator emulator, Path qemu, IOException e) {
        String why = e.getMessage();
        if (emulator != null) {
            why = emulator.words().isEmpty() ? why : emulator.words();
            close(emulator);
        }
        return new EngineException("emulator-failed", qemu.toString(), null, why, null, e);
    }

    private static void close(Emulator emulator) {
        if (emulator != null) {
            emulator.close();
        }
    }

    KernelImage kernel() {
        return kernel;
    }

    Path folder() {
        return folder;
    }

    /**
     * A socket in the emulator's folder, by way of its process: that is short, however long the folder's own path is, and
     * a socket's must be (sun_path of unix(7)). See proc(5), cwd.
     */
    Path socket(String name) {
        return Path.of("/proc", Long.toString(tree.process().pid()), "cwd", name);
    }

    SerialPort serial() {
        return serial;
    }

    Qmp qmp() {
        return qmp;
    }

    boolean isAlive() {
        return tree.process().isAlive();
    }

    /** The emulator's own words, such as why it did not start; one line. */
    String words() {
        try {
            wordReader.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (words) {
            return words.toString(StandardCharsets.UTF_8).strip().replace('\n', ' ');
        }
    }

    private void readWords() {
        byte[] buffer = new byte[WORDS];
        try (InputStream pipe = tree.process().getErrorStream()) {
            int length = pipe.read(buffer);
            while (length >= 0) {
                synchronized (words) {
                    words.write(buffer, 0, Math.min(length, WORDS - Math.min(WORDS, words.size())));
                }
                length = pipe.read(buffer);
            }
        } catch (IOException e) {
            // the emulator was ended
        }
    }

    /** Ends it at once, with all it started. */
    @Override
    public void close() {
        try {
            tree.kill();
            if (serial != null) {
                serial.close();
            }
        } catch (IOException e) {
            // a socket of a folder that goes away
        } finally {
            AtExit.remove(kill);
        }
    }
}
