package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl code} beside nm and objdump. */
class CodeVerbTest {
    private static final int E_MACHINE = 18;
    private static final int M88K = 5;

    @TempDir
    Path temp;

    private Path kernel;

    @BeforeEach
    void relink() {
        kernel = temp.resolve("bsd");
        assertEquals(
                Karl.DONE, Command.run("relink", Command.DEMO, "-o", kernel).status());
    }

    private long address(String name) throws Exception {
        String line = Command.witness("nm", kernel).stream()
                .filter(each -> each.endsWith(" " + name))
                .findFirst()
                .orElseThrow();
        return Long.parseUnsignedLong(line.split(" ")[0], 16);
    }

    /** All calls of a function have the names that objdump gives them. */
    @Test
    void callsHaveTheirNames() throws Exception {
        JsonObject json = Command.run("code", kernel, "pic_attach", "--kit", Command.DEMO, "--json")
                .json(Karl.DONE);
        assertEquals("pic.o", json.get("object").getAsString());
        String start = "0x" + Long.toHexString(address("pic_attach"));
        assertEquals(start, json.get("address").getAsString());
        List<String> ours = json.getAsJsonArray("lines").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(line -> line.get("text").getAsString().startsWith("call"))
                .map(line -> line.get("target").getAsString() + " "
                        + line.get("symbol").getAsString())
                .toList();
        long stop = address("pic_attach") + json.get("size").getAsLong();
        List<String> theirs =
                Command.witness("objdump", "-d", "--start-address=" + start, "--stop-address=" + stop, kernel).stream()
                        .filter(line -> line.contains("call "))
                        .map(line -> line.replaceAll(".*call +([0-9a-f]+) <(.*)>.*", "0x$1 $2"))
                        .toList();
        assertTrue(!theirs.isEmpty(), "objdump sees a call");
        assertEquals(theirs, ours);
    }

    @Test
    void anAddressInTheMiddleMarksItsLine() throws Exception {
        String middle = "0x" + Long.toHexString(address("kprintf") + 1);
        JsonObject byAddress = Command.run("code", kernel, middle, "--json").json(Karl.DONE);
        JsonObject byOffset =
                Command.run("code", kernel, "kprintf+0x1", "--json").json(Karl.DONE);
        assertEquals(byAddress, byOffset);
        assertEquals("kprintf", byAddress.get("name").getAsString());
        assertEquals(
                Command.run("code", kernel, "kprintf", "--json").json(Karl.DONE),
                Command.run("code", kernel, "kprintf+0", "--json").json(Karl.DONE));
        assertEquals(middle, byAddress.get("asked").getAsString());
        String marked = Command.run("code", kernel, middle)
                .out()
                .lines()
                .filter(line -> line.startsWith(">"))
                .findFirst()
                .orElseThrow();
        assertTrue(marked.length() > 20, marked);
    }

    /** A label at the end of an object, behind which fill and the gap lie. */
    @Test
    void aLabelEndsWithItsObject() throws Exception {
        JsonObject code =
                Command.run("code", kernel, "early_gdt_pointer", "--json").json(Karl.DONE);
        JsonObject piece = Command.run("layout", kernel, "--by", "object", "--json")
                .json(Karl.DONE)
                .getAsJsonArray("rows")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("name").getAsString().equals("locore0.o")
                        && row.get("section").getAsString().equals(".text"))
                .findFirst()
                .orElseThrow();
        long end = Long.parseUnsignedLong(piece.get("address").getAsString().substring(2), 16)
                + piece.get("size").getAsLong();
        assertEquals(end - address("early_gdt_pointer"), code.get("size").getAsLong());
        assertTrue(Command.run("code", kernel, "early_gdt_pointer").out().contains("a label"));
        assertTrue(!Command.run("code", kernel, "kprintf").out().contains("a label"));
    }

    @Test
    void whatIsNotThereOrNoCode() throws IOException {
        JsonObject none = Command.run("code", kernel, "kprint", "--json").json(Karl.NO);
        assertEquals(0, none.getAsJsonArray("lines").size(), "a part of a name is no name");
        assertEquals(Karl.NO, Command.run("code", kernel, "0x10").status());
        assertEquals(Karl.USAGE, Command.run("code", kernel, " ").status());
        JsonObject data = Command.run("code", kernel, "mask", "--json").error(Karl.FAILED);
        assertEquals("no-code", data.get("code").getAsString());
        byte[] bytes = Files.readAllBytes(kernel);
        bytes[E_MACHINE] = M88K;
        Path other = Files.write(temp.resolve("m88k"), bytes);
        JsonObject unknown = Command.run("code", other, "kprintf", "--json").error(Karl.FAILED);
        assertEquals("unknown-machine", unknown.get("code").getAsString());
    }
}
