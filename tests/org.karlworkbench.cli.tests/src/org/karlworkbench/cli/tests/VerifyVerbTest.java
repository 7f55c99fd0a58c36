package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.cli.Karl;

/** {@code karl verify} on the demo kernel. */
class VerifyVerbTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"ld", "lld"})
    void aGoodKernelIsExplained(String linker) throws Exception {
        JsonObject json = verify(relink(linker)).json(Karl.DONE);
        assertEquals(0, json.get("unexplainedBytes").getAsLong());
        assertEquals(0, json.get("relocationsNotRecomputed").getAsLong());
        assertTrue(json.get("relocationsChecked").getAsLong() > 500);
        long sum = json.getAsJsonObject("by").asMap().values().stream()
                .mapToLong(each -> each.getAsLong())
                .sum();
        assertEquals(json.get("bytes").getAsLong(), sum, "every byte has one owner");
    }

    @Test
    void aFlippedBitIsNamed() throws Exception {
        Path kernel = relink("lld");
        long main = address(kernel, "main");
        byte[] bytes = Files.readAllBytes(kernel);
        long[] text = text(kernel);
        bytes[(int) (text[1] + main - text[0])] ^= 4;
        Files.write(kernel, bytes);
        JsonObject first = verify(kernel)
                .json(Karl.NO)
                .getAsJsonArray("unexplained")
                .get(0)
                .getAsJsonObject();
        assertEquals("main.o", first.get("object").getAsString());
        assertEquals("main", first.get("symbol").getAsString());
        assertEquals(".text", first.get("section").getAsString());
        assertEquals("0x" + Long.toHexString(main), first.get("address").getAsString());
    }

    @Test
    void anotherKitIsRefused() throws Exception {
        Path kernel = relink("ld");
        Path kit = Files.createDirectory(temp.resolve("kit"));
        try (Stream<Path> files = Files.list(Command.DEMO)) {
            for (Path file : files.toList()) {
                Files.copy(file, kit.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                kit.resolve("ld.script"), Files.readString(kit.resolve("ld.script")) + "\n/* another one */\n");
        JsonObject error = Command.run("verify", kernel, "--kit", kit, "--json").error(Karl.FAILED);
        assertEquals("wrong-kit", error.get("code").getAsString());
        assertEquals(Karl.USAGE, Command.run("verify", kernel).status(), "without a kit");
    }

    private Path relink(String linker) {
        Path kernel = temp.resolve("bsd");
        Command.run("relink", Command.DEMO, "-o", kernel, "--linker", linker, "--json")
                .json(Karl.DONE);
        return kernel;
    }

    private static Command verify(Path kernel) {
        return Command.run("verify", kernel, "--kit", Command.DEMO, "--json");
    }

    private static long address(Path kernel, String name) throws Exception {
        return Command.witness("nm", kernel).stream()
                .filter(line -> line.endsWith(" T " + name))
                .map(line -> Long.parseUnsignedLong(line.substring(0, 16), 16))
                .findFirst()
                .orElseThrow();
    }

    /** Address and offset of the kernel's code, as readelf tells them. */
    private static long[] text(Path kernel) throws Exception {
        String line = Command.witness("readelf", "-SW", kernel).stream()
                .filter(each -> each.contains(" .text "))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(line.substring(line.indexOf(".text")).split("\\s+"));
        return new long[] {Long.parseUnsignedLong(words.get(2), 16), Long.parseLong(words.get(3), 16)};
    }
}
