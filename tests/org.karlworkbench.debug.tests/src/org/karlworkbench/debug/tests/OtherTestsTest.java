package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Bisection;
import org.karlworkbench.debug.bisect.Cause.Kind;
import org.karlworkbench.debug.trial.KernelBoot;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.relink.tests.Chance;

/** Tests that are no commands: a person, who may err, and a boot. */
class OtherTestsTest {
    @TempDir
    Path folder;

    /** Says the contrary of what a command says, once, and takes it back at the next question. */
    private static final class Person implements KernelTest {
        private final KernelTest knows;
        private final int errs;
        private boolean erred;
        private int undone;

        Person(KernelTest knows, int errs) {
            this.knows = knows;
            this.errs = errs;
        }

        @Override
        public String words() {
            return "a person";
        }

        @Override
        public Reply ask(Question question, Progress progress) throws EngineException {
            assertEquals(question.number() > 1, question.undo(), "only what was said can be taken back");
            Reply truth = knows.ask(question, progress);
            if (question.number() == errs && !erred) {
                erred = true;
                return truth == Reply.WORKS ? Reply.FAILS : Reply.WORKS;
            }
            if (erred && undone == 0) {
                undone = question.number();
                return Reply.UNDO;
            }
            return truth;
        }
    }

    @Test
    void aPersonTakesAReplyBack() throws Exception {
        Random random = new Random(Chance.seed());
        Planted planted = Planted.of(folder, 6, random);
        String fails = Planted.gap(32, 16);
        KernelCommand command = new KernelCommand(fails, Duration.ofSeconds(30));
        Path state = folder.resolve("state");
        int errs = 3 + random.nextInt(9);
        Person person = new Person(command, errs);
        Path good = planted.entry(fails, false);
        Path bad = planted.entry(fails, true);
        BisectRequest request = new BisectRequest(planted.kit, good, bad, person, 0, 1, Chance.seed(random), state);
        BisectResult result = Bisection.run(request, Progress.NONE);
        assertEquals(errs + 1, person.undone, result.toString());
        assertEquals(Kind.GAP, result.cause().kind(), result.toString());
        assertEquals(16, result.cause().residue(), result.toString());
        assertEquals(result, Bisection.run(request, Progress.NONE), "what is on the disk says the same");
    }

    @Test
    void aBootTellsWhatItComesTo() throws Exception {
        KernelBoot works = new KernelBoot("demo: ok", "", Duration.ofSeconds(60));
        Path entry = Planted.demo(folder, "amd64", "alignment", new Random()).entry(works, false);
        Path kernel = entry.resolveSibling(entry.getFileName().toString().replace(".ledger.json", ""));
        assertEquals(KernelTest.Reply.WORKS, reply(works, kernel));
        assertEquals(
                KernelTest.Reply.FAILS, reply(new KernelBoot("demo: ok", "panic", Duration.ofSeconds(60)), kernel));
        long begin = System.nanoTime();
        assertEquals(KernelTest.Reply.FAILS, reply(new KernelBoot("demo: ok", "loop", Duration.ofSeconds(2)), kernel));
        assertTrue(System.nanoTime() - begin < 30e9, "a kernel that hangs was waited for");
    }

    private KernelTest.Reply reply(KernelBoot boot, Path kernel) throws EngineException {
        return boot.ask(new Question(kernel, folder, 1, false), Progress.NONE);
    }
}
