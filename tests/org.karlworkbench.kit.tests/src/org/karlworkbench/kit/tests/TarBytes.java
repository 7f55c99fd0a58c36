package org.karlworkbench.kit.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes tar archives, honest ones and others. */
final class TarBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarBytes file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return header(name, '0', bytes.length).data(bytes);
    }

    TarBytes hardLink(String name, String target) {
        return header(name, '1', 0, target);
    }

    TarBytes symbolicLink(String name, String target) {
        return header(name, '2', 0, target);
    }

    /** A long name in the way of GNU. */
    TarBytes longName(String name) {
        return longName('L', name);
    }

    /** A long name of what a link leads to, in the way of GNU. */
    TarBytes longTarget(String name) {
        return longName('K', name);
    }

    private TarBytes longName(char type, String name) {
        byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
        return header("././@LongLink", type, bytes.length).data(bytes);
    }

    /** A record of pax, with its length in front. */
    TarBytes pax(char type, String... records) {
        StringBuilder text = new StringBuilder();
        for (String record : records) {
            int length = record.length() + 3;
            length += String.valueOf(length).length() - 1;
            length += String.valueOf(length).length()
                    - String.valueOf(record.length() + 3).length();
            text.append(length).append(' ').append(record).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return header("pax", type, bytes.length).data(bytes);
    }

    TarBytes header(String name, char type, long size) {
        return header(name, type, size, "");
    }

    private TarBytes header(String name, char type, long size, String target) {
        byte[] block = new byte[512];
        put(block, 0, name);
        put(block, 100, "0000644");
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        if (size > 077777777777L || size < 0) {
            block[124] = (byte) 0x80;
            for (int i = 0; i < 8; i++) {
                block[135 - i] = (byte) (size >>> 8 * i);
            }
        } else {
            put(block, 124, "%011o".formatted(size));
        }
        put(block, 136, "00000000000");
        block[156] = (byte) type;
        put(block, 157, target);
        put(block, 257, "ustar\00000");
        return raw(sum(block));
    }

    /** A block with its checksum put in. */
    static byte[] sum(byte[] block) {
        put(block, 148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, "%06o\0 ".formatted(sum));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, block.length - at));
    }

    TarBytes data(byte[] bytes) {
        raw(bytes);
        return raw(new byte[-bytes.length & 511]);
    }

    TarBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** All of it with the two blocks of zeros at the end. */
    byte[] bytes() {
        byte[] all = new byte[out.size() + 1024];
        System.arraycopy(out.toByteArray(), 0, all, 0, out.size());
        return all;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    Path writeTo(Path file) throws IOException {
        return Files.write(file, file.toString().endsWith(".tar") ? bytes() : gzip(bytes()));
    }
}
