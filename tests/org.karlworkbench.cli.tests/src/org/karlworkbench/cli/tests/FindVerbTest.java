package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl find} beside nm. */
class FindVerbTest {
    @TempDir
    Path temp;

    private Path kernel() {
        Path kernel = temp.resolve("bsd");
        assertEquals(
                Karl.DONE, Command.run("relink", Command.DEMO, "-o", kernel).status());
        return kernel;
    }

    @Test
    void aNameAndAnAddressInIt() throws Exception {
        Path kernel = kernel();
        String line = Command.witness("nm", kernel).stream()
                .filter(each -> each.endsWith(" kprintf"))
                .findFirst()
                .orElseThrow();
        long address = Long.parseUnsignedLong(line.split(" ")[0], 16);
        JsonObject byName = first(Command.run("find", kernel, "kprintf", "--json"));
        assertEquals("0x" + Long.toHexString(address), byName.get("address").getAsString());
        assertEquals("printf.o", byName.get("object").getAsString());
        assertEquals("function", byName.get("kind").getAsString());
        JsonObject byAddress = first(Command.run("find", kernel, "0x" + Long.toHexString(address + 5), "--json"));
        assertEquals("kprintf", byAddress.get("name").getAsString());
        assertEquals(5, byAddress.get("offset").getAsLong());
        assertTrue(Command.run("find", kernel, "kprintf+5").out().contains("kprintf+0x5"));
    }

    /** An offset that leads out of the symbol, or out of the kernel, is no place in it; a function's end still is. */
    @Test
    void anOffsetOutOfItsSymbolIsNoPlace() throws Exception {
        Path kernel = kernel();
        String line = Command.witness("nm", "-S", kernel).stream()
                .filter(each -> each.endsWith(" kprintf"))
                .findFirst()
                .orElseThrow();
        long size = Long.parseUnsignedLong(line.split(" ")[1], 16);
        assertEquals(
                size,
                first(Command.run("find", kernel, "kprintf+" + size, "--json"))
                        .get("offset")
                        .getAsLong());
        for (String verb : List.of("find", "code")) {
            for (String offset : List.of("" + (size + 1), "0x7fffffffffff", "-1", "0x10000000")) {
                String text = "kprintf+" + offset;
                JsonObject none = Command.run(verb, kernel, text, "--json").json(Karl.NO);
                String reason = none.get("reason").getAsString();
                assertTrue(reason.startsWith("kprintf has " + size + " bytes"), text + ": " + reason);
                assertTrue(Command.run(verb, kernel, text).out().contains("leads out of it"), text);
            }
        }
        assertEquals(
                0,
                Command.run("find", kernel, "at kprintf+0x7fffffff of", "--json")
                        .json(Karl.NO)
                        .getAsJsonArray("hits")
                        .size());
    }

    private static JsonObject first(Command command) {
        return command.json(Karl.DONE).getAsJsonArray("hits").get(0).getAsJsonObject();
    }

    @Test
    void nothingIsNoAndNonsenseIsWrongUsage() {
        Path kernel = kernel();
        assertEquals(
                0,
                Command.run("find", kernel, "zqzq", "--json")
                        .json(Karl.NO)
                        .getAsJsonArray("hits")
                        .size());
        assertEquals(Karl.USAGE, Command.run("find", kernel, " ").status());
        assertEquals(Karl.USAGE, Command.run("find", kernel, "a", "--most", "0").status());
        assertEquals(Karl.USAGE, Command.run("find", kernel).status());
    }
}
