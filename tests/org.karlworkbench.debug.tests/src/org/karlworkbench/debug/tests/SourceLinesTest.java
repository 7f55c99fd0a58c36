package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.Frame;
import org.karlworkbench.debug.Symbolized;
import org.karlworkbench.relink.tests.Chance;
import org.karlworkbench.relink.tests.Kits;

/** Files and lines by the objects' DWARF are those that addr2line finds in a kernel that was linked with all of it. */
class SourceLinesTest {
    @TempDir
    Path folder;

    @Test
    void linesAreThoseOfTheLinkedKernel() throws Exception {
        long seed = new Random().nextLong();
        Ledger ledger = Ledger.of(Chance.first(), Kits.loaded("demo-amd64-debug"), folder, 2, "ld", "none");
        Crash crash = Crash.of(ledger.kernel(2));
        List<Long> stack = crash.stack(12, 0xffffffff81005000L, new Random(seed));
        for (Crash.Form form : Crash.Form.values()) {
            Symbolized found = ledger.symbolize(form.trace(crash, stack));
            for (int i = 0; i < stack.size(); i++) {
                String call = "0x" + Long.toHexString(stack.get(i) - 1);
                String expected = Crash.run("addr2line", "-e", ledger.kernel(2).toString(), call)
                        .getFirst()
                        .replaceAll(" \\(discriminator.*", "");
                Frame frame = found.frames().get(i);
                assertNotNull(frame.source(), "seed " + seed + form + frame + Ledger.summary(found));
                String line = frame.source().file() + ":" + frame.source().line();
                boolean counter = form == Crash.Form.REGISTERS && i == 0;
                assertTrue(counter || line.equals(expected), "seed " + seed + form + line + " is not " + expected);
            }
        }
        assertEquals(12, stack.size());
    }
}
