package org.karlworkbench.debug.tests;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Core files as an OpenBSD kernel and savecore(8) write them, of memory that QEMU dumped: kcore_hdr_t, a segment of 504 bytes
 * for the processor as cpu_dump() fills it, and one of the memory.
 */
final class Core {
    static final int AMD64 = 157;
    static final int I386 = 134;

    private static final int CPU = 1;
    private static final int DATA = 2;
    private static final int SECTOR = 512;

    /** How memory is divided: what the BIOS reserves is left out, and amd64 begins a new piece at 16 MiB. */
    private static final long[][] PIECES = {{0x10000, 0xa0000}, {0x100000, 0x1000000}, {0x1000000, Long.MAX_VALUE}};

    private Core() {}

    /** Of amd64: the pieces of memory one behind the other. */
    static byte[] amd64(byte[] memory) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        ByteBuffer cpu = words(SECTOR - 8).putLong(0x1234000).putLong(PIECES.length);
        for (long[] each : PIECES) {
            int end = (int) Math.min(each[1], memory.length);
            cpu.putLong(each[0]).putLong(end - each[0]);
            pieces.writeBytes(Arrays.copyOfRange(memory, (int) each[0], end));
        }
        return file(AMD64, 16, 8, cpu.array(), pieces.toByteArray());
    }

    /** Of i386: all memory from address 0 on. */
    static byte[] i386(byte[] memory) {
        return file(I386, HEADER, 8, new byte[SECTOR - 8], memory);
    }

    static final int HEADER = 12;

    /** A file of any machine; machine ids, magics and flags are big-endian, the rest is as in memory. */
    static byte[] file(int machine, int headerSize, int segmentSize, byte[] cpu, byte[] memory) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer header = words(headerSize);
        header.put(midmag(0, machine, 0x8fca))
                .putShort((short) headerSize)
                .putShort((short) segmentSize)
                .putInt(2);
        file.writeBytes(header.array());
        file.writeBytes(words(segmentSize)
                .put(midmag(CPU, 0, 0x8fac))
                .putInt(cpu.length)
                .array());
        file.writeBytes(cpu);
        file.writeBytes(words(segmentSize)
                .put(midmag(DATA, 0, 0x8fac))
                .putInt(memory.length)
                .array());
        file.writeBytes(memory);
        return file.toByteArray();
    }

    private static byte[] midmag(int flag, int machine, int magic) {
        return ByteBuffer.allocate(4).putInt(flag << 26 | machine << 16 | magic).array();
    }

    private static ByteBuffer words(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
