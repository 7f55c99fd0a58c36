package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.cli.Karl;
import org.karlworkbench.elf.ElfFile;

/** {@code karl references} beside objdump, which knows nothing of kits: it reads where the kernel's instructions lead. */
class ReferencesVerbTest {
    private static final Pattern BRANCH =
            Pattern.compile("^\\s*([0-9a-f]+):\\s.*?\\t(\\S+)\\s.*?([0-9a-f]{6,16}) <[^>]*>.*");
    private static final Path KITS = Command.DEMO.getParent();

    @TempDir
    Path temp;

    private Path relink(Path kit) {
        Path kernel = temp.resolve("bsd");
        assertEquals(
                Karl.DONE,
                Command.run("relink", kit, "-o", kernel, "--linker", "builtin").status());
        return kernel;
    }

    private static List<JsonObject> references(Path kernel, Path kit, String symbol, String... more) {
        Object[] words = {"references", kernel, symbol, "--kit", kit, "--json"};
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Command.run(all).json(Karl.DONE).getAsJsonArray("references").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static long hex(JsonObject object, String name) {
        return Long.parseUnsignedLong(object.get(name).getAsString().substring(2), 16);
    }

    /** Where objdump says that the instructions of .text lead, by their addresses. */
    private static TreeMap<Long, Long> branches(String tool, Path kernel) throws Exception {
        TreeMap<Long, Long> found = new TreeMap<>(Long::compareUnsigned);
        for (String line : Command.witness(tool, "-d", "-j", ".text", kernel)) {
            Matcher matcher = BRANCH.matcher(line);
            if (matcher.matches()) {
                found.put(Long.parseUnsignedLong(matcher.group(1), 16), Long.parseUnsignedLong(matcher.group(3), 16));
            }
        }
        return found;
    }

    /** The indirect functions, which are called through code that the linker makes. */
    private static Set<Long> indirect(Path kernel) throws Exception {
        return Command.witness("nm", kernel).stream()
                .filter(line -> line.contains(" i "))
                .map(line -> Long.parseUnsignedLong(line.split(" ")[0], 16))
                .collect(Collectors.toSet());
    }

    /** Calls and jumps between functions, on machines of all kinds. */
    @ParameterizedTest
    @CsvSource({
        "demo-amd64, objdump, R_X86_64_PLT32",
        "libc-i386, objdump, R_386_PC32",
        "cross-arm64, aarch64-linux-gnu-objdump, R_AARCH64_CALL26",
        "cross-armv7, arm-linux-gnueabihf-objdump, R_ARM_CALL",
        "cross-macppc, powerpc-linux-gnu-objdump, R_PPC_PLTREL24",
        "cross-sparc64, sparc64-linux-gnu-objdump, R_SPARC_WDISP30"
    })
    void callsLeadWhereObjdumpSays(String name, String tool, String kind) throws Exception {
        Path kit = KITS.resolve(name);
        Path kernel = relink(kit);
        TreeMap<Long, Long> branches = branches(tool, kernel);
        Set<Long> indirect = indirect(kernel);
        int compared = 0;
        for (JsonObject each : references(kernel, kit, ".text", "--from")) {
            Map.Entry<Long, Long> branch = branches.floorEntry(hex(each, "address"));
            boolean call = each.get("kind").getAsString().equals(kind)
                    && !each.get("target").isJsonNull()
                    && branch != null
                    && hex(each, "address") - branch.getKey() < 4
                    && !indirect.contains(hex(each, "target"));
            if (call) {
                assertEquals(branch.getValue(), hex(each, "target"), each::toString);
                compared++;
            }
        }
        assertTrue(compared > 20, compared + " calls");
    }

    /** Words of data hold the very address, that of a merged string too. */
    @Test
    void wordsHoldTheTarget() throws Exception {
        Path kernel = relink(Command.DEMO);
        int compared = 0;
        try (ElfFile file = ElfFile.open(kernel)) {
            for (String section : List.of(".rodata", ".data")) {
                for (JsonObject each : references(kernel, Command.DEMO, section, "--from")) {
                    if (each.get("kind").getAsString().equals("R_X86_64_64")
                            && !each.get("target").isJsonNull()) {
                        byte[] word = file.loaded(hex(each, "address"), Long.BYTES);
                        long held = java.nio.ByteBuffer.wrap(word)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong();
                        boolean bySection = each.get("by").getAsString().startsWith(".");
                        long added = bySection ? 0 : each.get("addend").getAsLong();
                        assertEquals(held, hex(each, "target") + added, each::toString);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 20, compared + " words");
    }

    /** What refers to a function is what of the whole kernel leads there. */
    @Test
    void whoRefersIsTheOtherWayRound() {
        Path kernel = relink(Command.DEMO);
        JsonObject to = Command.run("references", kernel, "kprintf", "--kit", Command.DEMO, "--json")
                .json(Karl.DONE);
        assertEquals("to", to.get("direction").getAsString());
        long first = hex(to, "address");
        long end = first + to.get("size").getAsLong();
        List<String> places = to.getAsJsonArray("references").asList().stream()
                .map(each -> each.getAsJsonObject().get("address").getAsString())
                .toList();
        List<String> all = references(kernel, Command.DEMO, ".text", "--from").stream()
                .filter(each -> !each.get("target").isJsonNull())
                .filter(each -> hex(each, "target") >= first && hex(each, "target") < end)
                .map(each -> each.get("address").getAsString())
                .toList();
        assertTrue(all.size() > 5, "kprintf is called");
        assertTrue(places.containsAll(all));
        String text = Command.run("references", kernel, "kprintf", "--kit", Command.DEMO)
                .out();
        assertEquals(places.size() + 1, text.lines().count(), text);
        assertTrue(text.contains("R_X86_64_PLT32") && text.contains("pic.o"), text);
    }

    /** The pieces of an object together refer to what all its symbols do. */
    @Test
    void anObjectHasTheReferencesOfItsPieces() {
        Path kernel = relink(Command.DEMO);
        List<JsonObject> own = references(kernel, Command.DEMO, "pic.o", "--from");
        assertEquals(
                List.of("pic.o"),
                own.stream()
                        .map(each -> each.get("object").getAsString())
                        .distinct()
                        .toList());
        long first = hex(own.getFirst(), "address");
        List<JsonObject> bySymbol = references(kernel, Command.DEMO, "pic_attach", "--from");
        assertTrue(own.containsAll(bySymbol) && own.size() > bySymbol.size(), "more than one of its functions refers");
        assertTrue(own.stream().allMatch(each -> Long.compareUnsigned(hex(each, "address"), first) >= 0));
    }

    @Test
    void whatIsNotThereAndWhatDoesNotBelong() throws Exception {
        Path kernel = relink(Command.DEMO);
        JsonObject none = Command.run("references", kernel, "kprint", "--kit", Command.DEMO, "--json")
                .json(Karl.NO);
        assertEquals(0, none.getAsJsonArray("references").size());
        assertEquals(Karl.USAGE, Command.run("references", kernel, "kprintf").status());
        assertEquals(
                Karl.USAGE,
                Command.run("references", kernel, " ", "--kit", Command.DEMO).status());
        JsonObject other = Command.run(
                        "references", kernel, "kprintf", "--kit", KITS.resolve("demo-amd64-debug"), "--json")
                .error(Karl.FAILED);
        assertEquals("wrong-kit", other.get("code").getAsString());
        // without its ledger entry the kernel's symbols tell where the objects lie
        int before = references(kernel, Command.DEMO, "kprintf").size();
        Path bare = Files.copy(kernel, temp.resolve("bare"));
        assertEquals(before, references(bare, Command.DEMO, "kprintf").size());
    }
}
