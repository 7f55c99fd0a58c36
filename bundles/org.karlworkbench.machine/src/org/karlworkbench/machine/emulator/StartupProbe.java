package org.karlworkbench.machine.emulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Architecture;
import org.karlworkbench.kit.Startup;
import org.karlworkbench.kit.StartupRange;

/**
 * Looks from outside whether the startup code is gone: at every page of [kernel_text, endboot), and at two places that
 * must be there, or the looking proves nothing.
 */
final class StartupProbe {
    private static final int CONTROL = 8;
    private static final int WORD = 4;

    private final KernelImage kernel;
    private final GuestMemory memory;
    private final Architecture architecture;

    StartupProbe(Emulator emulator) {
        kernel = emulator.kernel();
        memory = new GuestMemory(emulator);
        architecture = kernel.architecture();
    }

    /** What can be said about a kernel that nobody looked at. */
    static StartupState unknown(KernelImage kernel) throws EngineException {
        return new StartupState(
                kernel.architecture().startup(), kernel.startup().orElse(null), null, List.of());
    }

    /**
     * Looks; the machine should stand still meanwhile.
     *
     * @param progress told of the pages
     * @throws IOException if the emulator does not answer
     */
    StartupState look(Progress progress) throws IOException, EngineException {
        Optional<StartupRange> range = kernel.startup();
        if (range.isEmpty() || architecture.startup() == Startup.NONE || !mainIsThere()) {
            return unknown(kernel);
        }
        progress.begin("looking at startup pages", range.get().pages());
        List<PageState> states = new ArrayList<>();
        for (int i = 0; i < range.get().pages(); i++) {
            progress.checkCancelled();
            states.add(state(range.get().page(i), range.get().page()));
            progress.worked(1);
        }
        boolean there = endbootIsThere(range.get().limit());
        StartupState seen = new StartupState(architecture.startup(), range.get(), there, states);
        return seen.left().isEmpty()
                ? seen
                : new StartupState(architecture.startup(), range.get(), Boolean.FALSE, states);
    }

    private PageState state(long page, int size) throws IOException {
        byte[] bytes = memory.read(page, size);
        if (bytes == null) {
            return PageState.GONE;
        }
        boolean trashed = architecture.startup() == Startup.TRASH && isFull(bytes, (int) architecture.trashWord());
        return trashed ? PageState.TRASHED : PageState.READABLE;
    }

    private boolean isFull(byte[] bytes, int word) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(architecture.order());
        while (words.remaining() >= WORD) {
            if (words.getInt() != word) {
                return false;
            }
        }
        return true;
    }

    /** The positive control: code of the body, which no kernel changes while it boots. */
    private boolean mainIsThere() throws IOException, EngineException {
        OptionalLong main = kernel.find("main");
        return main.isPresent() && isAsInFile(main.getAsLong());
    }

    /**
     * The first page after the startup code has to stay. Its first bytes are the file's where they are the gap's pad;
     * without a gap there is code, which a kernel may have patched.
     */
    private boolean endbootIsThere(long endboot) throws IOException, EngineException {
        byte[] expected = kernel.file().loaded(endboot, WORD);
        boolean pad = expected.length == WORD
                && ByteBuffer.wrap(expected).order(architecture.order()).getInt() == (int) architecture.pad();
        return pad ? isAsInFile(endboot) : memory.read(endboot, WORD) != null;
    }

    private boolean isAsInFile(long address) throws IOException, EngineException {
        byte[] expected = kernel.file().loaded(address, CONTROL);
        return expected.length > 0 && Arrays.equals(expected, memory.read(address, expected.length));
    }
}
