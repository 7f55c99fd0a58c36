package org.karlworkbench.verify.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.tests.support.TestKit;
import org.karlworkbench.layout.tests.support.TestLink;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.LinkedObjects;
import org.karlworkbench.verify.RelocatedFields;
import org.karlworkbench.verify.Unexplained;

/** A small kernel out of assembly for another machine, linked and to be explained to the last field. */
final class CrossKernel {
    /** What linkers make by themselves, of which every byte can be proved. */
    private static final Set<String> MADE = Set.of(".got", ".plt", ".iplt", ".rela.dyn", ".rela.iplt");

    /** The same but for the words that a resolver fills: nothing tells what they are before. */
    static final Set<String> STUBS = Set.of(".plt", ".iplt", ".rela.dyn", ".rela.iplt");

    private final Path folder;
    private final LoadedKit kit;
    private final ObjectFile gap;
    private final TestLink link;

    /**
     * Assembles and links.
     *
     * @param tools the prefix of the machine's GNU tools
     * @param linker {@code ld} or {@code ld.lld}
     * @param base where the kernel begins
     * @param sources the assembly of each object, without the head
     * @param assembler flags of the assembler
     * @param flags flags of the linker
     */
    CrossKernel(
            Path folder,
            String tools,
            String linker,
            String base,
            Map<String, String> sources,
            List<String> assembler,
            String... flags)
            throws Exception {
        this.folder = folder;
        Map<String, String> all = new LinkedHashMap<>(sources);
        String head = tools.startsWith("sparc") ? "locore.o" : "locore0.o";
        all.put(head, ".globl start\n.text\nstart: .long 0, 0\n.data\n.long 7\n");
        kit = TestKit.ofAssembly(folder.resolve("kit"), tools, base, all, assembler.toArray(String[]::new));
        gap = TestKit.gap(folder.resolve("gap.o"), kit, 4096, 0x340, 0x120, 0x450, 0x110);
        String program = linker.equals("ld") ? tools + "-ld" : linker;
        link = TestLink.link(kit, gap, folder.resolve("kernel"), program, base.hashCode(), flags);
    }

    private Account check(Path kernel) throws Exception {
        return Accounting.check(kernel, new LinkedObjects(kit, gap, link.order()), link.places(), Progress.NONE);
    }

    /** Everything is explained by computing, but for a known number of relocations. */
    void assertExplained(int notRecomputed) throws Exception {
        Account account = check(link.kernel());
        assertEquals(
                List.of(), account.unexplained().stream().map(Unexplained::line).toList());
        assertTrue(account.isExplained());
        assertEquals(notRecomputed, account.relocationsNotRecomputed());
        assertTrue(account.relocationsChecked() > 0);
    }

    /** One flipped bit is found in each byte of each relocated field, and in each byte of what the linker made. */
    void assertFlipsFound() throws Exception {
        assertFlipsFound(MADE);
    }

    /** Likewise, looking only into some of the sections that the linker made. */
    void assertFlipsFound(Set<String> made) throws Exception {
        byte[] good = Files.readAllBytes(link.kernel());
        int flips = 0;
        try (ElfFile file = ElfFile.open(link.kernel())) {
            Sections sections = file.sections();
            for (int row = 0; row < link.places().count(); row++) {
                int section = sections.find(link.places().output(row));
                ObjectFile object = object(link.places().object(row));
                int own = object == null
                        ? 0
                        : object.sections().find(link.places().section(row));
                if (own > 0 && section > 0 && !sections.isNoBits(section)) {
                    long start = sections.offset(section) + link.places().address(row) - sections.address(section);
                    flips += flipFields(good, (int) start, object, own);
                }
            }
            for (int i = 1; i < sections.count(); i++) {
                if (made.contains(sections.name(i)) && sections.isAllocated(i)) {
                    flipAll(good, (int) sections.offset(i), (int) sections.size(i), sections.name(i));
                }
            }
        }
        assertTrue(flips > 7, flips + " flips");
    }

    /** One flipped bit is found in each byte of a section that the linker made. */
    void assertFlipsFound(String made) throws Exception {
        try (ElfFile file = ElfFile.open(link.kernel())) {
            Sections sections = file.sections();
            int section = sections.find(made);
            if (section > 0) {
                byte[] good = Files.readAllBytes(link.kernel());
                flipAll(good, (int) sections.offset(section), (int) sections.size(section), made);
            }
        }
    }

    /** Changed bits of one byte of a section are found. */
    void assertFound(String name, int at, int bits) throws Exception {
        byte[] bad = Files.readAllBytes(link.kernel());
        bad[start(name) + at] ^= (byte) bits;
        assertTrue(isFound(Files.write(folder.resolve("changed"), bad)), name + "+" + at + " is not found");
    }

    /** Two words of a section that have changed places are found. */
    void assertExchangeFound(String name, int one, int other, int size) throws Exception {
        byte[] bad = Files.readAllBytes(link.kernel());
        int start = start(name);
        byte[] word = Arrays.copyOfRange(bad, start + one, start + one + size);
        System.arraycopy(bad, start + other, bad, start + one, size);
        System.arraycopy(word, 0, bad, start + other, size);
        assertTrue(isFound(Files.write(folder.resolve("changed"), bad)), name + " is not found");
    }

    private int start(String name) throws Exception {
        try (ElfFile file = ElfFile.open(link.kernel())) {
            return (int) file.sections().offset(file.sections().find(name));
        }
    }

    private void flipAll(byte[] good, int start, int size, String name) throws Exception {
        for (int at = 0; at < size; at++) {
            assertFound(good, start + at, name + "+0x" + Integer.toHexString(at));
        }
    }

    private int flipFields(byte[] good, int start, ObjectFile object, int section) throws Exception {
        int flips = 0;
        for (long field : new RelocatedFields(object).of(section)) {
            for (int at = RelocatedFields.from(field); at < RelocatedFields.to(field); at++) {
                assertFound(good, start + at, object.name() + "+0x" + Integer.toHexString(at));
                flips++;
            }
        }
        return flips;
    }

    private ObjectFile object(String name) {
        return kit.objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void assertFound(byte[] good, int offset, String where) throws Exception {
        byte[] bad = good.clone();
        bad[offset] ^= (byte) (1 << offset % 7);
        Path file = Files.write(folder.resolve("changed"), bad);
        assertTrue(isFound(file), where + " is not found");
    }

    /** Whether a kernel is wrong, or cannot be read at all. */
    private boolean isFound(Path kernel) throws Exception {
        try {
            return check(kernel).unexplainedBytes() > 0;
        } catch (ElfException _) {
            return true;
        }
    }
}
