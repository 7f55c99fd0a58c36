package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.KitObject;
import org.karlworkbench.kit.model.Role;
import org.karlworkbench.kit.model.Severity;

/** Reading a kit: roles, figures, digest and findings. */
class LoadedKitTest {
    @TempDir
    Path temp;

    private TestKit kit;

    @BeforeEach
    void makeKit() throws Exception {
        kit = TestKit.whole(temp.resolve("GENERIC"));
    }

    @Test
    void readsRolesAndSettingsFromTheMakefile() throws Exception {
        LoadedKit loaded = kit.load();
        assertEquals("amd64", loaded.architecture().name());
        assertEquals(List.of("locore0.o"), loaded.plan().head());
        assertEquals(List.of("swapgeneric.o"), loaded.plan().tail());
        assertEquals(10, TestKit.BODY.size());
        assertEquals(
                List.of("param.o", "ioconf.o", "vers.o"), loaded.plan().body().subList(10, 13));
        assertEquals(TestKit.BODY, loaded.plan().body().subList(0, 10));
        assertEquals(0xccccccccL, loaded.plan().pad());
        assertEquals(4096, loaded.plan().page());
        assertEquals("ld.script", loaded.script());
        assertTrue(loaded.plan().shuffled());
        assertTrue(loaded.findings().isEmpty(), loaded.findings().toString());
    }

    @Test
    void countsByTheDefinitionsOfTheCommand() throws Exception {
        KitObject figures = kit.load().kit().getObjects().getFirst();
        assertEquals("locore0.o", figures.getName());
        assertEquals(Role.HEAD, figures.getRole());
        assertEquals("locore0.o".length(), figures.getText());
        assertEquals(24, figures.getBss());
        assertEquals(1, figures.getFunctions(), "an alias is no function of its own");
        assertEquals(2, figures.getSymbols());
        assertEquals(16, figures.getAlignment());
    }

    @Test
    void digestDependsOnWhatIsLinkedAndOnNothingElse() throws Exception {
        String digest = kit.load().digest();
        assertEquals(64, digest.length());
        assertEquals(digest, TestKit.whole(temp.resolve("elsewhere")).load().digest());

        kit.object("gap.o", Elf.EM_X86_64, true, ByteOrder.LITTLE_ENDIAN);
        kit.file("relink.log", "anything");
        assertEquals(digest, kit.load().digest());

        byte[] object = Files.readAllBytes(kit.folder().resolve("c.o"));
        Files.copy(kit.folder().resolve("d.o"), kit.folder().resolve("c.o"), StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(digest, kit.load().digest());
        Files.write(kit.folder().resolve("c.o"), object);
        assertEquals(digest, kit.load().digest());

        kit.file("ld.script", "SECTIONS { .text : { *(.text*) } }\n");
        assertNotEquals(digest, kit.load().digest());
    }

    @Test
    void unpackedFilesAreStaleOnceTheyChange() throws Exception {
        LoadedKit loaded = kit.load();
        assertFalse(loaded.stale());
        Files.write(kit.folder().resolve("c.o"), new byte[] {1});
        assertTrue(loaded.stale());
    }

    @Test
    void keepsContentsOfLoadedSectionsOnly() throws Exception {
        ObjectFile object = kit.load().object("b.o");
        int text = object.sections().find(".text");
        assertEquals("b.o", new String(object.content(text), StandardCharsets.UTF_8));
        assertEquals(null, object.content(object.sections().find(".comment")));
    }

    @Test
    void findsWhatTheListsAndTheFolderDisagreeAbout() throws Exception {
        Files.delete(kit.folder().resolve("d.o"));
        kit.object("stray.o");
        LoadedKit loaded = kit.load();
        assertFinding(loaded, Severity.ERROR, "missing-object", "d.o");
        assertFinding(loaded, Severity.WARNING, "unlisted-object", "stray.o");
        assertEquals(2, loaded.findings().size());
        assertTrue(loaded.hasErrors());
        assertEquals(Role.UNLISTED, loaded.kit().getObjects().getLast().getRole());
    }

    @Test
    void findsObjectsOfAnotherArchitecture() throws Exception {
        kit.object("e.o", Elf.EM_AARCH64, true, ByteOrder.LITTLE_ENDIAN);
        assertFinding(kit.load(), Severity.ERROR, "mixed-architecture", "e.o");
    }

    @Test
    void findsTruncatedObjects() throws Exception {
        byte[] whole = Files.readAllBytes(kit.folder().resolve("f.o"));
        Files.write(kit.folder().resolve("f.o"), Arrays.copyOf(whole, whole.length / 2));
        assertFinding(kit.load(), Severity.ERROR, "bad-object", "f.o");
    }

    @Test
    void findsMissingScriptAndMakefile() throws Exception {
        Files.delete(kit.folder().resolve("ld.script"));
        assertFinding(kit.load(), Severity.ERROR, "missing-script", "ld.script");
        Files.delete(kit.folder().resolve("Makefile"));
        LoadedKit loaded = kit.load();
        assertFinding(loaded, Severity.WARNING, "missing-makefile", "Makefile");
        assertEquals(List.of("locore0.o"), loaded.plan().head(), "the catalogue's head");
        assertEquals(13, loaded.plan().body().size());
        assertEquals(
                loaded.plan().body().stream().sorted().toList(), loaded.plan().body());
    }

    @Test
    void refusesAMakefileThatMakesNoSense() throws Exception {
        kit.file("Makefile", "\u0000\u0001 this is ( no } makefile\n\t\t$(((\n.if\n");
        assertFinding(kit.load(), Severity.ERROR, "bad-makefile", "Makefile");
    }

    @Test
    void refusesFlagsAndScriptsThatReachOutside() throws Exception {
        kit.makefile("-T ld.script -plugin /tmp/evil.so");
        assertTrue(codes(kit.load()).contains("refused-flag"));
        kit.makefile("-T ld.script -nopie");
        kit.file("ld.script", "/* fine */\nINCLUDE /etc/passwd\n");
        LoadedKit loaded = kit.load();
        assertTrue(codes(loaded).contains("refused-script"));
        assertEquals("line 2", loaded.findings().getFirst().getPlace());
    }

    @Test
    void tellsWhatIsNoKitAtAll() throws Exception {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertEquals(
                "empty-kit",
                assertThrows(EngineException.class, () -> TestKit.load(empty)).code());
        Path nowhere = temp.resolve("nowhere");
        assertEquals(
                "no-kit",
                assertThrows(EngineException.class, () -> TestKit.load(nowhere)).code());
    }

    private static List<String> codes(LoadedKit kit) {
        return kit.findings().stream().map(Finding::getCode).toList();
    }

    private static void assertFinding(LoadedKit kit, Severity severity, String code, String object) {
        Finding found = kit.findings().stream()
                .filter(each -> each.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + codes(kit)));
        assertEquals(severity, found.getSeverity());
        assertEquals(object, found.getObject());
        assertFalse(found.getMessage().isBlank() || found.getAdvice().isBlank());
    }
}
