package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Unexplained;
import org.karlworkbench.verify.Verification;

/** {@code karl verify}: accounts for every byte of a kernel. */
final class VerifyVerb extends Verb {
    private final Given<Path> kernel = options.argument("KERNEL", "A kernel that was relinked.");
    private final KitOption kit = new KitOption(options);

    VerifyVerb() {
        super(
                "Accounts for every loaded byte of a kernel: where each came from, recomputed.",
                "How the kernel was linked is told by the ledger entry beside it. Exit status 1 if a byte is "
                        + "unexplained, 3 if kit and kernel do not belong together.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException, UsageException {
        kit.mustBeNamed();
        Interrupt.arm();
        Path file = kernel.get();
        return new Verified(file, kit.use(progress, loaded -> Verification.of(file, loaded, progress)));
    }

    private record Verified(Path kernel, Account account) implements Answer {
        @Override
        public int status() {
            return account.isExplained() ? Karl.DONE : Karl.NO;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("kernel").value(kernel.toString());
            json.name("sections").value(account.sections());
            json.name("bytes").value(account.bytes());
            json.name("relocationsChecked").value(account.relocationsChecked());
            json.name("relocationsNotRecomputed").value(account.relocationsNotRecomputed());
            json.name("unexplainedBytes").value(account.unexplainedBytes());
            JsonAnswer.numbers(json, "by", account.by());
            JsonAnswer.texts(json, "discarded", account.discarded());
            json.name("unexplained").beginArray();
            for (Unexplained each : account.unexplained()) {
                json.beginObject();
                json.name("section").value(orNull(each.section()));
                json.name("object").value(orNull(each.object()));
                json.name("symbol").value(orNull(each.symbol()));
                json.name("offset").value(each.offset());
                json.name("address").value(JsonAnswer.hex(each.address()));
                json.name("bytes").value(each.bytes());
                json.name("expected").value(each.expected());
                json.name("found").value(each.found());
                json.endObject();
            }
            json.endArray();
        }

        private static String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        @Override
        public void print(PrintWriter out) {
            out.println(Printable.of(kernel.toString()));
            out.println("  loaded       " + account.bytes() + " bytes in " + account.sections() + " sections");
            account.by().forEach((owner, bytes) -> {
                if (bytes != 0) {
                    out.printf("  %-20s %12d%n", Printable.of(owner), bytes);
                }
            });
            out.println("  relocations  " + account.relocationsChecked() + " recomputed, "
                    + account.relocationsNotRecomputed() + " not");
            out.println("  " + account.unexplainedBytes() + " unexplained bytes");
            account.unexplained().forEach(each -> out.println("  " + Printable.of(each.line())));
            long more = account.findings() - account.unexplained().size();
            if (more > 0) {
                out.println("  and " + more + " more");
            }
        }
    }
}
