package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.machine.emulator.Reason;
import org.karlworkbench.machine.emulator.RunRequest;
import org.karlworkbench.machine.emulator.RunResult;
import org.karlworkbench.machine.emulator.StartupState;

/** What came of a run. */
record RunAnswer(RunRequest request, RunResult result) implements Answer {
    @Override
    public int status() {
        return result.booted() || result.reason() == Reason.STOPPED ? Karl.DONE : Karl.NO;
    }

    @Override
    public void json(JsonWriter json) throws IOException {
        json.name("kernel").value(request.kernel().toString());
        json.name("booted").value(result.booted());
        json.name("reason").value(result.reason().label());
        json.name("detail").value(result.detail().isEmpty() ? null : result.detail());
        json.name("millis").value(result.millis());
        json.name("loader").value(result.loader().name().toLowerCase(Locale.ROOT));
        json.name("serial").value(result.serial());
        StartupState startup = result.startup();
        json.name("startup").beginObject();
        json.name("policy").value(startup.policy().label());
        json.name("pages").value(startup.pages() < 0 ? null : startup.pages());
        json.name("verified").value(startup.verified());
        json.name("left").beginArray();
        for (long page : startup.left()) {
            json.value(JsonAnswer.hex(page));
        }
        json.endArray();
        json.name("states").beginArray();
        for (int i = 0; i < startup.states().size(); i++) {
            json.beginObject();
            json.name("address").value(JsonAnswer.hex(startup.range().page(i)));
            json.name("state").value(startup.states().get(i).label());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.name("dump").value(request.dump() == null ? null : request.dump().toString());
    }

    @Override
    public void print(PrintWriter out) {
        String detail = result.detail().isEmpty() ? "" : ": " + Printable.of(result.detail());
        out.println(Printable.of(request.kernel().toString()));
        out.println("  " + (result.booted() ? "booted" : "did not boot") + ", "
                + result.reason().label() + detail + ", after " + result.millis() + " ms");
        out.println("  startup code: " + startup(result.startup()));
        if (request.dump() != null) {
            out.println("  memory in " + Printable.of(request.dump().toString()));
        }
    }

    private static String startup(StartupState startup) {
        String pages = startup.pages() < 0 ? "pages unknown" : startup.pages() + " pages";
        if (startup.verified() == null) {
            return startup.policy().label() + ", " + pages + ", not probed";
        }
        if (startup.verified()) {
            return startup.policy().label() + ", " + pages + ", every one is gone from its address";
        }
        return startup.policy().label() + ", " + pages + ", NOT gone: "
                + (startup.left().isEmpty()
                        ? "endboot went too"
                        : startup.left().size() + " are still there");
    }
}
