package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.model.LedgerEntry;
import org.karlworkbench.relink.ledger.EntryCheck;
import org.karlworkbench.relink.ledger.FiledEntry;

/**
 * Entries of a ledger.
 *
 * @param checks the entries, and what is wrong with each
 * @param seeds whether their seeds are shown
 * @param verified whether all that is wrong is told to people, or only what cannot be read
 * @param status the exit status
 */
record LedgerAnswer(List<EntryCheck> checks, boolean seeds, boolean verified, int status) implements Answer {
    private static final int DIGITS = 12;

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("entries").beginArray();
        for (EntryCheck check : checks) {
            json.beginObject();
            write(json, check.filed());
            json.name("kernelState")
                    .value(check.kernel() == null ? null : check.kernel().word());
            if (seeds && check.filed().isReadable()) {
                json.name("seed").value(seed(check.filed().entry()));
            }
            JsonAnswer.texts(json, "problems", check.problems());
            json.endObject();
        }
        json.endArray();
    }

    /** The fields of an entry that are no secret. */
    static void write(JsonWriter json, FiledEntry filed) throws IOException {
        json.name("entry").value(filed.file().toString());
        json.name("name").value(filed.name());
        JsonAnswer.error(json, filed.problem());
        json.name("ledgerBytes").value(filed.ledgerBytes());
        if (!filed.isReadable()) {
            return;
        }
        LedgerEntry entry = filed.entry();
        json.name("started").value(entry.getStarted());
        json.name("kernel").value(filed.kernel() == null ? null : filed.kernel().toString());
        json.name("kernelBytes").value(filed.kernelBytes() < 0 ? null : filed.kernelBytes());
        json.name("sha256").value(entry.getSha256());
        json.name("kitName").value(entry.getKitName());
        json.name("kitDigest").value(entry.getKitDigest());
        json.name("arch").value(entry.getArch());
        json.name("recipe").value(entry.getRecipe().getName());
        json.name("linker").value(entry.getLinker());
        json.name("linkerVersion").value(entry.getLinkerVersion());
        json.name("millis").value(entry.getMillis());
        JsonAnswer.numbers(json, "gaps", LedgerFiles.gaps(entry).byName());
        json.name("note").value(entry.getNote());
        json.name("pinned").value(entry.isPinned());
    }

    @Override
    public void print(PrintWriter out) {
        if (!checks.isEmpty()) {
            table().print(out);
        }
        for (EntryCheck check : checks) {
            if (seeds && check.filed().isReadable()) {
                out.println("seed of " + Printable.of(check.filed().name()) + ": "
                        + Printable.of(String.valueOf(seed(check.filed().entry()))));
            }
            if (verified || !check.filed().isReadable()) {
                check.problems().forEach(line -> out.println("problem: " + Printable.of(line)));
            }
        }
        long kernels = checks.stream()
                .mapToLong(check -> Math.max(0, check.filed().kernelBytes()))
                .sum();
        long ledger =
                checks.stream().mapToLong(check -> check.filed().ledgerBytes()).sum();
        out.println(checks.size() + (checks.size() == 1 ? " entry, " : " entries, ") + kernels + " bytes of kernels, "
                + ledger + " bytes of ledger");
    }

    private TextTable table() {
        TextTable table =
                new TextTable("DATE", "NAME", "LINKER", "MS", "KERNEL", "LEDGER", "SHA-256", "STATE", "PINNED", "NOTE");
        checks.forEach(check -> table.row(cells(check)));
        return table;
    }

    private Object[] cells(EntryCheck check) {
        FiledEntry filed = check.filed();
        if (!filed.isReadable()) {
            return new Object[] {null, filed.name(), null, null, null, filed.ledgerBytes(), null, "unreadable", "", ""};
        }
        LedgerEntry entry = filed.entry();
        String digest = entry.getSha256();
        return new Object[] {
            filed.date().truncatedTo(ChronoUnit.SECONDS),
            filed.name(),
            entry.getLinker(),
            entry.getMillis(),
            filed.kernelBytes() < 0 ? null : filed.kernelBytes(),
            filed.ledgerBytes(),
            digest.substring(0, Math.min(DIGITS, digest.length())),
            check.kernel().word(),
            entry.isPinned() ? "pinned" : "",
            entry.getNote() == null ? "" : entry.getNote()
        };
    }

    private static String seed(LedgerEntry entry) {
        String seed = entry.getSeed();
        return seed == null || seed.isEmpty() ? null : seed;
    }
}
