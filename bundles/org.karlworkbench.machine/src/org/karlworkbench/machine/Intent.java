package org.karlworkbench.machine;

import com.google.gson.JsonObject;
import java.util.Arrays;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * What is about to happen to {@code /bsd}, durable before it happens: whoever finds it later sees from {@code /bsd}
 * itself whether it has happened.
 *
 * @param before the digest of the kernel that is there, null where none is
 * @param after the digest of the kernel that comes
 * @param entry the name of its ledger entry, null where it has none
 * @param kit the kit that it belongs to, null if that stays as it is
 * @param swap what becomes of the machine's kits once the kernel is there
 */
record Intent(String before, String after, String entry, String kit, Swap swap) {
    /** What stands beside its place, whole, and is put there together with the kernel. */
    enum Swap {
        /** Nothing. */
        NONE,
        /** The archive of a base set. */
        ARCHIVE,
        /** The unpacked kit of a developer. */
        TREE
    }

    /** The intent that an earlier run left; null where it left none, or one that says nothing. */
    static Intent read(MachineFiles files) throws EngineException {
        JsonObject json = JsonFile.read(files.intent());
        String after = JsonFile.text(json, "after");
        String kit = JsonFile.text(json, "kit");
        String swap = JsonFile.text(json, "swap");
        boolean known =
                Arrays.stream(Swap.values()).anyMatch(each -> each.name().equals(swap));
        if (after == null || !known || kit != null && !MachineFiles.isKitName(kit)) {
            return null;
        }
        String before = JsonFile.text(json, "before");
        return new Intent(before, after, JsonFile.text(json, "entry"), kit, Swap.valueOf(swap));
    }

    /** The intent that an earlier run left, if the kernel it is about is there already; else null. */
    static Intent done(MachineFiles files, String kernel) throws EngineException {
        Intent intent = read(files);
        return intent != null && intent.after().equals(kernel) ? intent : null;
    }

    void write(MachineFiles files, SafeDisk disk) throws EngineException {
        JsonObject json = new JsonObject();
        json.addProperty("before", before);
        json.addProperty("after", after);
        json.addProperty("entry", entry);
        json.addProperty("kit", kit);
        json.addProperty("swap", swap.name());
        disk.put(files.intent(), Content.of(json + "\n"), MachineFiles.PRIVATE_FILE);
    }

    static void drop(MachineFiles files, SafeDisk disk) throws EngineException {
        disk.removeForGood(files.intent());
    }
}
