package org.karlworkbench.ui.bisect;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.karlworkbench.debug.trial.KernelTest;
import org.karlworkbench.debug.trial.Question;
import org.karlworkbench.elf.Progress;

/** Whoever sits before the workbench says of each kernel whether it works. The search waits meanwhile. */
final class PersonTest implements KernelTest {
    private static final long POLL_MILLIS = 100;

    private final Hunt hunt;
    private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(1);

    PersonTest(Hunt hunt) {
        this.hunt = hunt;
    }

    @Override
    public String words() {
        return "a person's yes and no";
    }

    @Override
    public Reply ask(Question question, Progress progress) {
        replies.clear();
        hunt.ask(question);
        try {
            Reply reply = replies.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            while (reply == null) {
                progress.checkCancelled();
                reply = replies.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
            return reply;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } finally {
            hunt.ask(null);
        }
    }

    /** The person's word about what was asked last. */
    void reply(Reply reply) {
        replies.offer(reply); // a second click on the same question says nothing more
    }
}
