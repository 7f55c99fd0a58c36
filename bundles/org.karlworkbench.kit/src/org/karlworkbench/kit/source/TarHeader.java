package org.karlworkbench.kit.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A header block of a tar archive (POSIX ustar, GNU and the old form), as it stands there.
 *
 * @param name the name with the prefix of ustar; null if it is not UTF-8
 * @param linkName the name of what it links to, empty where it is no link; null if it is not UTF-8
 * @param size the size of what follows, in bytes; -1 if the field makes no sense
 * @param type the type flag; 0 in old archives
 */
record TarHeader(String name, String linkName, long size, char type) {
    static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int SUM_AT = 148;
    private static final int SUM_LENGTH = 8;
    private static final int TYPE_AT = 156;
    private static final int LINK_NAME_AT = 157;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int NAME_LENGTH = 100;

    /** Reads a block whose checksum is right. */
    static TarHeader of(byte[] block) {
        String name = text(block, 0, NAME_LENGTH);
        // GNU's "ustar  " has other things where POSIX has the prefix
        boolean posix = "ustar".equals(text(block, MAGIC_AT, 6));
        String prefix = posix ? text(block, PREFIX_AT, PREFIX_LENGTH) : "";
        String whole = name == null || prefix == null ? null : prefix.isEmpty() ? name : prefix + "/" + name;
        String linkName = text(block, LINK_NAME_AT, NAME_LENGTH);
        long size = number(block, SIZE_AT, SIZE_LENGTH);
        return new TarHeader(whole, linkName, size, (char) (block[TYPE_AT] & 0xff));
    }

    static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the block is a header: its checksum counts the sum's own field as blanks. */
    static boolean hasRightSum(byte[] block) {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            int b = i >= SUM_AT && i < SUM_AT + SUM_LENGTH ? ' ' : block[i];
            unsigned += b & 0xff;
            signed += b;
        }
        long expected = number(block, SUM_AT, SUM_LENGTH);
        // some old tars summed signed characters
        return expected >= 0 && (expected == unsigned || expected == signed);
    }

    /** A number in octal digits, or in binary where the first bit is set; -1 if it is neither or negative. */
    static long number(byte[] block, int from, int length) {
        if ((block[from] & 0x80) != 0) {
            return binary(block, from, length);
        }
        long value = 0;
        boolean digits = false;
        for (int i = from; i < from + length; i++) {
            byte b = block[i];
            if (b >= '0' && b <= '7') {
                value = value << 3 | b - '0';
                digits = true;
            } else if (b == 0 || digits) {
                return b == 0 || b == ' ' ? value : -1;
            } else if (b != ' ') {
                return -1;
            }
        }
        return value;
    }

    private static long binary(byte[] block, int from, int length) {
        long value = block[from] & 0x7f;
        for (int i = from + 1; i < from + length; i++) {
            if (value >>> 55 != 0) {
                return -1;
            }
            value = value << 8 | block[i] & 0xff;
        }
        return value;
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return utf8(block, from, end);
    }

    /** The text of some bytes, or null if they are not UTF-8. */
    static String utf8(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
