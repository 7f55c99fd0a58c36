package org.karlworkbench.machine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.machine.disk.Content;
import org.karlworkbench.machine.disk.SafeDisk;

/**
 * What a machine's own files do not tell.
 *
 * @param kit the kit that runs, null if nobody has said which
 * @param booted digests of the last kernels that were booted, the latest last
 */
record MachineState(String kit, List<String> booted) {
    /** A core dump is seldom looked at later than this many boots after. */
    private static final int MOST = 16;

    MachineState {
        booted = List.copyOf(booted.subList(Math.max(0, booted.size() - MOST), booted.size()));
    }

    static MachineState read(MachineFiles files) throws EngineException {
        JsonObject json = JsonFile.read(files.state());
        String kit = JsonFile.text(json, "kit");
        boolean known = kit != null && MachineFiles.isKitName(kit);
        return new MachineState(known ? kit : null, JsonFile.texts(json, "booted"));
    }

    MachineState withKit(String name) {
        return new MachineState(name, booted);
    }

    /** With one more kernel that was booted; the same where it was the last one already. */
    MachineState withBooted(String sha256) {
        List<String> more = new ArrayList<>(booted);
        more.remove(sha256);
        more.add(sha256);
        return new MachineState(kit, more);
    }

    /** Writes it where it differs from what is there. */
    void write(MachineFiles files, SafeDisk disk) throws EngineException {
        if (equals(read(files))) {
            return;
        }
        JsonObject json = new JsonObject();
        json.addProperty("kit", kit);
        JsonArray digests = new JsonArray();
        booted.forEach(digests::add);
        json.add("booted", digests);
        disk.put(files.state(), Content.of(json + "\n"), MachineFiles.PRIVATE_FILE);
    }
}
