package org.karlworkbench.debug.memory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;

/** Looks for anchors in a dump, in one pass over all of it. */
final class Scan {
    private static final int BLOCK = 4 << 20;

    /** A kernel can lie in memory more than once: as a file that was read, as a copy before it was moved. */
    private static final int MOST_COPIES = 4;

    private static final int FILTER = 1 << 16;

    private final List<Anchor> anchors;
    private final long[] keys;
    private final int[] rows;
    private final boolean[] filter = new boolean[FILTER];
    private final List<List<Long>> positions = new ArrayList<>();

    private Scan(List<Anchor> anchors) {
        this.anchors = anchors;
        Integer[] order = new Integer[anchors.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(key(a), key(b)));
        keys = Arrays.stream(order).mapToLong(this::key).toArray();
        rows = Arrays.stream(order).mapToInt(i -> i).toArray();
        for (long key : keys) {
            filter[hash(key)] = true;
        }
        anchors.forEach(_ -> positions.add(new ArrayList<>(1)));
    }

    private long key(int row) {
        return Anchors.key(anchors.get(row).bytes(), 0);
    }

    private static int hash(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 48);
    }

    /**
     * Looks for anchors.
     *
     * @return for each anchor the offsets in the dump's file where it stands
     */
    static List<List<Long>> of(MemoryDump dump, List<Anchor> anchors, Progress progress) throws EngineException {
        Scan scan = new Scan(anchors);
        progress.begin(
                "searching memory", (int) (dump.size() / BLOCK) + dump.runs().size());
        for (MemoryDump.Run run : dump.runs()) {
            for (long at = 0; at < run.size(); at += BLOCK) {
                progress.checkCancelled();
                int length = (int) Math.min(BLOCK + Anchors.SIZE - Anchors.STEP, run.size() - at);
                scan.block(dump.read(run.offset() + at, length), run.offset() + at);
                progress.worked(1);
            }
        }
        return scan.positions;
    }

    private void block(byte[] bytes, long offset) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        for (int at = 0; at + Anchors.SIZE <= bytes.length; at += Anchors.STEP) {
            long key = words.getLong(at);
            if (key != 0 && filter[hash(key)]) {
                int found = Arrays.binarySearch(keys, key);
                if (found >= 0) {
                    take(rows[found], bytes, at, offset + at);
                }
            }
        }
    }

    private void take(int row, byte[] bytes, int at, long position) {
        byte[] anchor = anchors.get(row).bytes();
        boolean same = Arrays.equals(anchor, 0, anchor.length, bytes, at, at + anchor.length);
        if (same && positions.get(row).size() < MOST_COPIES) {
            positions.get(row).add(position);
        }
    }
}
