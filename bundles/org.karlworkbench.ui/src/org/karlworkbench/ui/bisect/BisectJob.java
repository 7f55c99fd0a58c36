package org.karlworkbench.ui.bisect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.karlworkbench.debug.bisect.BisectRequest;
import org.karlworkbench.debug.bisect.BisectResult;
import org.karlworkbench.debug.bisect.Bisection;
import org.karlworkbench.debug.trial.KernelBoot;
import org.karlworkbench.debug.trial.KernelCommand;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.ui.MonitorProgress;
import org.karlworkbench.ui.PassedProgress;
import org.karlworkbench.ui.Problems;
import org.karlworkbench.ui.kits.KitFile;
import org.karlworkbench.ui.kits.Kits;
import org.karlworkbench.ui.relink.KarlConsole;
import org.karlworkbench.ui.relink.KarlJob;

/** Searches what makes a test fail, and tells the hunt how far it is. A cancelled search can be gone on with. */
final class BisectJob extends KarlJob {
    private final Hunt hunt;
    private final PersonTest person;

    BisectJob(Hunt hunt) {
        super("Bisecting Relinks of " + KitFile.name(hunt.kitFile()), "bisect");
        this.hunt = hunt;
        this.person = new PersonTest(hunt);
    }

    /** Who is asked where a person tells. */
    PersonTest person() {
        return person;
    }

    @Override
    public boolean belongsTo(Object family) {
        return hunt.kitFile().equals(family);
    }

    @Override
    protected void work(KarlConsole console, MonitorProgress progress) throws EngineException {
        try {
            HuntSettings settings = hunt.settings();
            settings.write(hunt.folder());
            HuntSteps steps = HuntSteps.begin(hunt.folder());
            BisectRequest request = new BisectRequest(
                    Kits.get().read(hunt.kitFile(), progress),
                    Path.of(settings.good()),
                    Path.of(settings.bad()),
                    new Counted(test(settings)),
                    settings.sample(),
                    settings.repeat(),
                    Seed.random(),
                    hunt.folder());
            BisectResult result = Bisection.run(request, new Telling(progress, steps));
            String words = HuntWords.result(result);
            console.head(words);
            HuntEnd.write(hunt.folder(), words);
            hunt.end(result, words);
        } catch (CancellationException e) {
            hunt.end(null, "Stopped. What is known is kept: Resume goes on with it.");
            throw e;
        } catch (EngineException | RuntimeException e) {
            hunt.end(null, Problems.line(e));
            throw e;
        }
    }

    @Override
    protected String whatIsLeft() {
        return "what is known is kept, and it can be gone on with";
    }

    private KernelTest test(HuntSettings settings) {
        Duration timeout = Duration.ofSeconds(settings.seconds());
        return switch (settings.test()) {
            case COMMAND -> new KernelCommand(settings.words(), timeout);
            case BOOT -> new KernelBoot(settings.words(), RunRequest.ASK, timeout);
            case PERSON -> person;
        };
    }

    /** Counts what the test says. */
    private final class Counted implements KernelTest {
        private final KernelTest test;

        Counted(KernelTest test) {
            this.test = test;
        }

        @Override
        public String words() {
            return test.words();
        }

        @Override
        public Reply ask(Question question, Progress progress) throws EngineException {
            Reply reply = test.ask(question, progress);
            hunt.count(reply);
            return reply;
        }
    }

    /** Tells the hunt what the search says, and keeps it. */
    private final class Telling extends PassedProgress {
        private final HuntSteps kept;

        Telling(Progress progress, HuntSteps kept) {
            super(progress);
            this.kept = kept;
        }

        @Override
        public void begin(String phase, int steps) {
            hunt.begin(phase);
            super.begin(phase, steps);
        }

        @Override
        public void say(String line) {
            hunt.step(line);
            kept.add(line);
            super.say(line);
        }
    }
}
