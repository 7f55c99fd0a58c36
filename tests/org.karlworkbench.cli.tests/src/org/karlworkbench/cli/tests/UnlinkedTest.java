package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;

/** Gap and order without a linker, and another linker than the one on the PATH. */
class UnlinkedTest {
    private static final String SEED = "23".repeat(32);

    @TempDir
    Path temp;

    /** No linker for m88k exists here, and no assembler: its objects are written by hand. */
    @Test
    void luna88kGetsItsGapAndOrder() throws Exception {
        Path kit = Files.createDirectory(temp.resolve("luna"));
        for (String name :
                List.of("locore0.o", "a.o", "b.o", "c.o", "param.o", "ioconf.o", "vers.o", "swapgeneric.o")) {
            ElfWriter writer = new ElfWriter(false, java.nio.ByteOrder.BIG_ENDIAN, Elf.EM_88K, 0);
            int text = writer.section(
                    ".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 4, new byte[] {(byte) 0xf4, 0, 0x58, 0
                    });
            writer.symbol(name.replace(".o", ""), 0, 4, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
            Files.write(kit.resolve(name), writer.toBytes());
        }
        Files.writeString(kit.resolve("ld.script"), "SECTIONS { .text : { *(.text) } }\n");
        Path out = temp.resolve("out");
        JsonObject json = Command.run("relink", kit, "--unlinked", out, "--seed", SEED, "--json")
                .json(Karl.DONE);
        assertEquals(Command.texts(json.getAsJsonArray("order")), Files.readAllLines(out.resolve("lorder")));
        long text = json.getAsJsonObject("gaps").get("text0").getAsLong()
                + json.getAsJsonObject("gaps").get("text1").getAsLong();
        String header = String.join("\n", Command.witness("readelf", "-hSW", out.resolve("gap.o")));
        assertTrue(header.contains("88000"), header);
        assertTrue(header.contains(String.format("%06x", text)), header);
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(out.resolve("lorder")));
        JsonObject error =
                Command.run("relink", kit, "-o", temp.resolve("bsd"), "--json").error(Karl.FAILED);
        assertEquals("linker-missing", error.get("code").getAsString());
    }

    @Test
    void theGapIsTheLinkersOwn() throws Exception {
        Path out = temp.resolve("out");
        Command.run("relink", Command.DEMO, "--unlinked", out, "--seed", SEED, "--json")
                .json(Karl.DONE);
        Path kernel = temp.resolve("bsd");
        JsonObject json = Command.run("relink", Command.DEMO, "-o", kernel, "--seed", SEED, "--json")
                .json(Karl.DONE);
        assertEquals(Command.texts(json.getAsJsonArray("order")), Files.readAllLines(out.resolve("lorder")));
    }

    @Test
    void aLinkerIsTakenByItsPath() {
        Path kernel = temp.resolve("bsd");
        JsonObject json = Command.run(
                        "relink", Command.DEMO, "-o", kernel, "--linker-path", "/usr/bin/ld.bfd", "--json")
                .json(Karl.DONE);
        assertEquals("ld", json.get("linker").getAsString());
        assertEquals("/usr/bin/ld.bfd", json.get("linkerPath").getAsString());
        Command wrong = Command.run("relink", Command.DEMO, "-o", kernel, "--linker-path", "/usr/bin/true", "--json");
        assertEquals("linker-unknown", wrong.error(Karl.FAILED).get("code").getAsString());
        assertEquals(Karl.USAGE, Command.run("relink", Command.DEMO).status(), "nowhere to write");
    }
}
