package org.karlworkbench.debug.memory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** Chooses anchors: code and read-only data between the fields that linkers write, of some variety, and unique. */
final class Anchors {
    /** The size of an anchor in bytes. */
    static final int SIZE = 24;

    /** Anchors stand at multiples of this in their section, and so in memory. */
    static final int STEP = 4;

    private static final int VARIETY = 8;
    private static final int OF_A_SECTION = 2;
    private static final int OF_A_KERNEL = 256;

    private final Map<Long, Integer> seen = new HashMap<>();
    private final List<Anchor> found = new ArrayList<>();

    private Anchors() {}

    /** Two anchors of each section of a kit in which there are such. */
    static List<Anchor> of(LoadedKit kit) throws EngineException {
        Anchors anchors = new Anchors();
        for (ObjectFile object : kit.objects()) {
            anchors.add(object);
        }
        return anchors.unique();
    }

    private void add(ObjectFile object) throws EngineException {
        Sections sections = object.sections();
        boolean[][] fields = WrittenFields.of(object);
        for (int i = 1; i < sections.count(); i++) {
            boolean merged = (sections.flags(i) & Elf.SHF_MERGE) != 0;
            if (sections.isAllocated(i)
                    && !sections.isWritable(i)
                    && !sections.isNoBits(i)
                    && !merged
                    && sections.align(i) >= STEP) {
                add(object.name(), i, 0, object.content(i), fields[i], OF_A_SECTION);
            }
        }
    }

    private void add(String object, int section, long base, byte[] bytes, boolean[] fields, int most) {
        int stride = Math.max(STEP, bytes.length / (most * 4) / STEP * STEP);
        int chosen = 0;
        for (int at = 0; at + SIZE <= bytes.length; at += STEP) {
            if (isPlain(bytes, at, fields)) {
                seen.merge(key(bytes, at), 1, Integer::sum);
                if (chosen < most) {
                    chosen++;
                    byte[] copy = Arrays.copyOfRange(bytes, at, at + SIZE);
                    found.add(new Anchor(object, section, base + at, copy));
                    seen.merge(key(bytes, at), -1, Integer::sum);
                    at += stride - STEP;
                }
            }
        }
    }

    private static boolean isPlain(byte[] bytes, int at, boolean[] fields) {
        Set<Byte> values = new HashSet<>();
        for (int i = at; i < at + SIZE; i++) {
            if (fields != null && fields[i]) {
                return false;
            }
            values.add(bytes[i]);
        }
        return values.size() >= VARIETY;
    }

    /** The first bytes of an anchor, by which a scan looks. */
    static long key(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getLong(at);
    }

    private List<Anchor> unique() {
        Map<Long, Integer> keys = new HashMap<>();
        found.forEach(each -> keys.merge(key(each.bytes(), 0), 1, Integer::sum));
        return found.stream()
                .filter(each -> keys.get(key(each.bytes(), 0)) == 1 && seen.get(key(each.bytes(), 0)) == 0)
                .toList();
    }

    /** Anchors all over the code of a kernel that is at hand. */
    static List<Anchor> of(ElfFile kernel) throws EngineException {
        Anchors anchors = new Anchors();
        Sections sections = kernel.sections();
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) && sections.isExecutable(i) && !sections.isNoBits(i)) {
                anchors.add("", i, sections.address(i), kernel.content(i), null, OF_A_KERNEL);
            }
        }
        return anchors.unique();
    }
}
