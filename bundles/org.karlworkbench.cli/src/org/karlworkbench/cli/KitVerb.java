package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.LinkKit;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;
import org.karlworkbench.layout.FoundRelink;
import org.karlworkbench.relink.orders.OrdersCheck;

/** {@code karl kit}: what a kit is, and what is wrong with it. */
final class KitVerb extends Verb {
    private final KitArgument kit = new KitArgument(options);
    private final Given<Boolean> orders = options.flag(
            "Check too what must hold for every order and the largest gaps, by a link with each linker.", "--orders");

    KitVerb() {
        super("Describes and checks a link-kit.", "Exit status 1 when a finding is an error.");
    }

    @Override
    Answer answer(Progress progress) throws EngineException {
        Interrupt.arm();
        try (KitSource source = kit.open(progress)) {
            LoadedKit loaded = LoadedKit.read(source, progress);
            return Described.of(loaded, findings(loaded, progress));
        }
    }

    /** The kit's own findings, what an original relink left in its folder, trouble ahead, and those over all orders where asked for. */
    private List<Finding> findings(LoadedKit kit, Progress progress) throws EngineException {
        List<Finding> findings = new ArrayList<>(kit.kit().getFindings());
        if (!kit.hasErrors()) {
            FoundRelink.check(kit, progress).ifPresent(findings::add);
        }
        findings.addAll(orders.get() ? OrdersCheck.of(kit, progress) : OrdersCheck.ahead(kit));
        return findings;
    }

    private record Described(
            LinkKit kit,
            List<Finding> findings,
            List<String> body,
            int objects,
            long functions,
            long symbols,
            long text,
            long relocations)
            implements Answer {

        static Described of(LoadedKit loaded, List<Finding> findings) throws EngineException {
            LinkKit kit = loaded.kit();
            List<KitObject> linked = kit.getObjects().stream()
                    .filter(each -> each.getRole() != Role.UNLISTED)
                    .toList();
            return new Described(
                    kit,
                    findings,
                    loaded.plan().body(),
                    kit.getHead().size()
                            + loaded.plan().body().size()
                            + kit.getTail().size(),
                    linked.stream().mapToLong(KitObject::getFunctions).sum(),
                    linked.stream().mapToLong(KitObject::getSymbols).sum(),
                    linked.stream().mapToLong(KitObject::getText).sum(),
                    linked.stream().mapToLong(KitObject::getRelocations).sum());
        }

        @Override
        public int status() {
            boolean bad = findings.stream().anyMatch(finding -> finding.getSeverity() == Severity.ERROR);
            return bad ? Karl.NO : Karl.DONE;
        }

        /** The head as the linker gets it, with the gap that a relink makes. */
        private List<String> head() {
            List<String> head = new ArrayList<>(kit.getHead());
            if (kit.getPad() >= 0) {
                head.add(GapObject.NAME);
            }
            return head;
        }

        @Override
        public void json(JsonWriter json) throws IOException {
            json.name("arch").value(kit.getArch());
            json.name("name").value(kit.getName());
            json.name("source").value(kit.getSource());
            json.name("objects").value(objects);
            JsonAnswer.texts(json, "head", head());
            json.name("body").value(body.size());
            JsonAnswer.texts(json, "tail", kit.getTail());
            json.name("functions").value(functions);
            json.name("symbols").value(symbols);
            json.name("textBytes").value(text);
            json.name("relocations").value(relocations);
            json.name("digest").value(kit.getDigest());
            json.name("script").value(kit.getScript());
            JsonAnswer.texts(json, "flags", kit.getFlags());
            json.name("pad").value(kit.getPad() < 0 ? null : JsonAnswer.hex(kit.getPad()));
            json.name("page").value(kit.getPage());
            json.name("shuffled").value(kit.isShuffled());
            json.name("findings").beginArray();
            for (Finding finding : findings) {
                write(json, finding);
            }
            json.endArray();
        }

        private static void write(JsonWriter json, Finding finding) throws IOException {
            json.beginObject();
            json.name("severity").value(word(finding.getSeverity()));
            json.name("code").value(finding.getCode());
            json.name("object").value(finding.getObject());
            json.name("file").value(finding.getFile());
            json.name("place").value(finding.getPlace());
            json.name("message").value(finding.getMessage());
            json.name("why").value(finding.getWhy());
            json.name("advice").value(finding.getAdvice());
            json.endObject();
        }

        private static String where(Finding finding) {
            if (finding.getFile() == null) {
                return finding.getObject();
            }
            return finding.getPlace() == null ? finding.getFile() : finding.getFile() + ": " + finding.getPlace();
        }

        private static String word(Severity severity) {
            return severity.getName().toLowerCase(Locale.ROOT);
        }

        @Override
        public void print(PrintWriter out) {
            out.println(Printable.of(kit.getName()) + " for " + kit.getArch());
            for (Finding finding : findings) {
                out.println("  " + word(finding.getSeverity()) + " " + finding.getCode() + ": "
                        + Printable.of(where(finding) + ": " + finding.getMessage() + " " + finding.getAdvice()));
            }
            out.println("  objects      " + objects + " (head " + kit.getHead().size() + ", body " + body.size()
                    + ", tail " + kit.getTail().size() + ")");
            out.println("  head         " + Printable.of(String.join(" ", head())));
            out.println("  tail         " + Printable.of(String.join(" ", kit.getTail())));
            out.println("  functions    " + functions);
            out.println("  symbols      " + symbols);
            out.println("  text         " + text + " bytes");
            out.println("  relocations  " + relocations);
            out.println("  flags        " + Printable.of(String.join(" ", kit.getFlags())));
            out.println("  order        " + (kit.isShuffled() ? "shuffled" : "kept"));
            out.println("  digest       " + kit.getDigest());
        }
    }
}
