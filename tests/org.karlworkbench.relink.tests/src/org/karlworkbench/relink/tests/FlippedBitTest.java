package org.karlworkbench.relink.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.GapObject;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LedgerFiles;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.layout.Places;
import org.karlworkbench.relink.RelinkResult;
import org.karlworkbench.verify.Account;
import org.karlworkbench.verify.Accounting;
import org.karlworkbench.verify.LinkedKernel;
import org.karlworkbench.verify.LinkedObjects;

/** One flipped bit anywhere in a loaded section of a real kernel is found and named: a thousand of them over all kits. */
class FlippedBitTest {
    private static final int FLIPS = 50 * Integer.getInteger("karl.rounds", 1);

    /** Tables that the linkers write for loaders and unwinders: told as theirs, and not looked into. */
    private static final Set<String> OWN = Set.of(
            ".eh_frame",
            ".ARM.exidx",
            ".MIPS.options",
            ".MIPS.abiflags",
            ".dynsym",
            ".dynstr",
            ".dynamic",
            ".hash",
            ".gnu.hash",
            ".interp");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "demo-amd64,ld",
        "demo-amd64,lld",
        "libc-amd64,ld",
        "libc-amd64,lld",
        "libc-i386,ld",
        "libc-i386,lld",
        "cross-alpha,ld",
        "cross-arm64,ld",
        "cross-arm64,lld",
        "cross-armv7,ld",
        "cross-armv7,lld",
        "cross-landisk,ld",
        "cross-loongson,lld",
        "cross-macppc,ld",
        "cross-macppc,lld",
        "cross-octeon,ld",
        "cross-powerpc64,ld",
        "cross-powerpc64,lld",
        "cross-riscv64,ld",
        "cross-riscv64,lld",
        "cross-sparc64,ld"
    })
    void everyFlipIsFound(String name, String linker) throws Exception {
        LoadedKit kit = Kits.loaded(name);
        Path kernel = folder.resolve("bsd");
        RelinkResult result = Runs.relink(kit, linker, 77, kernel);
        Places places =
                Places.read(result.entryFile().resolveSibling(result.entry().getPlaces()));
        Gaps gaps = LedgerFiles.gaps(result.entry());
        ObjectFile gap = GapObject.of(
                kit.objects().getFirst().header(),
                kit.plan().page(),
                (int) kit.plan().pad(),
                gaps);
        List<String> order = new ArrayList<>(result.entry().getHead());
        order.addAll(result.entry().getOrder());
        order.addAll(result.entry().getTail());
        byte[] good = Files.readAllBytes(kernel);
        List<long[]> loaded = loaded(good);
        Random random = new Random(name.hashCode() + linker.length());
        for (int i = 0; i < FLIPS; i++) {
            long[] section = loaded.get(random.nextInt(loaded.size()));
            int offset = random.nextInt((int) section[2]);
            byte[] bad = good.clone();
            bad[(int) section[0] + offset] ^= (byte) (1 << random.nextInt(8));
            long address = section[1] + offset;
            if (isSameString(good, bad, loaded, section, offset)) {
                continue;
            }
            Account account = Accounting.check(
                    new LinkedKernel(ElfFile.of("bad", bad), new LinkedObjects(kit, gap, order)),
                    places,
                    Progress.NONE);
            assertTrue(
                    account.unexplained().stream()
                            .anyMatch(found -> found.address() <= address
                                    && address < found.address() + Math.max(1, found.bytes())),
                    name + " by " + linker + ": flip at 0x" + Long.toHexString(address) + " in "
                            + where(places, address) + " found as " + account.unexplained());
        }
        assertEquals(0, result.account().relocationsNotRecomputed());
    }

    /** Whether a pointer was flipped to another place that holds the same string: any will do, linkers merge strings. */
    private static boolean isSameString(byte[] good, byte[] bad, List<long[]> loaded, long[] section, int offset)
            throws Exception {
        ElfHeader header = ElfFile.of("good", good).header();
        int size = header.is64() ? Long.BYTES : Integer.BYTES;
        int at = (int) (section[0] + offset) & -size;
        String before = string(good, loaded, word(good, at, size, header.order()));
        return before != null && before.equals(string(good, loaded, word(bad, at, size, header.order())));
    }

    private static long word(byte[] kernel, int at, int size, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.wrap(kernel).order(order);
        if (at + size > kernel.length) {
            return 0;
        }
        return size == Long.BYTES ? bytes.getLong(at) : bytes.getInt(at) & 0xffffffffL;
    }

    private static String string(byte[] kernel, List<long[]> loaded, long address) {
        for (long[] section : loaded) {
            long from = address - section[1];
            if (from >= 0 && from < section[2]) {
                int start = (int) (section[0] + from);
                int end = start;
                while (end < kernel.length && kernel[end] != 0) {
                    end++;
                }
                return new String(kernel, start, end - start, StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    private static String where(Places places, long address) {
        int row = places.floor(address);
        return row < 0
                ? "nothing"
                : places.object(row) + "(" + places.section(row) + ") of " + places.size(row) + " bytes +0x"
                        + Long.toHexString(address - places.address(row));
    }

    /** Offset, address and size of each section that is loaded from the file. */
    private static List<long[]> loaded(byte[] kernel) throws Exception {
        List<long[]> loaded = new ArrayList<>();
        Sections sections = ElfFile.of("good", kernel).sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i)
                    && !sections.isNoBits(i)
                    && sections.size(i) > 0
                    && !OWN.contains(sections.name(i))) {
                loaded.add(new long[] {sections.offset(i), sections.address(i), sections.size(i)});
            }
        }
        return loaded;
    }
}
