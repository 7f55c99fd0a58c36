package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
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
