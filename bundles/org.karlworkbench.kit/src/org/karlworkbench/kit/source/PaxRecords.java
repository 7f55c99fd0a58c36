package org.karlworkbench.kit.source;

import java.nio.charset.StandardCharsets;

/**
 * What an extended header of a pax archive says about the member after it.
 *
 * @param path its name, or null
 * @param linkPath the name of what it links to, or null
 * @param size its size in bytes; -1 if it is not given
 * @param sparse whether the member has holes
 */
record PaxRecords(String path, String linkPath, long size, boolean sparse) {
    static final PaxRecords NONE = new PaxRecords(null, null, -1, false);

    /** Reads lines of the form {@code LENGTH KEY=VALUE}; null if they are not such lines. */
    static PaxRecords of(byte[] bytes) {
        PaxRecords records = NONE;
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int blank = at;
            int length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9' && length <= bytes.length) {
                length = length * 10 + bytes[blank++] - '0';
            }
            int end = at + length;
            boolean framed = blank > at && end > blank + 1 && end <= bytes.length && bytes[blank] == ' ';
            if (!framed || bytes[end - 1] != '\n') {
                return null;
            }
            records = records.with(bytes, blank + 1, end - 1);
            if (records == null) {
                return null;
            }
            at = end;
        }
        return records;
    }

    private PaxRecords with(byte[] bytes, int from, int to) {
        int equals = from;
        while (equals < to && bytes[equals] != '=') {
            equals++;
        }
        if (equals == to) {
            return null;
        }
        String key = new String(bytes, from, equals - from, StandardCharsets.UTF_8);
        return switch (key) {
            case "path" -> withPath(TarHeader.utf8(bytes, equals + 1, to));
            case "linkpath" -> withLinkPath(TarHeader.utf8(bytes, equals + 1, to));
            case "size" -> withSize(new String(bytes, equals + 1, to - equals - 1, StandardCharsets.US_ASCII));
            default -> key.startsWith("GNU.sparse") ? new PaxRecords(path, linkPath, size, true) : this;
        };
    }

    private PaxRecords withPath(String value) {
        return value == null ? null : new PaxRecords(value, linkPath, size, sparse);
    }

    private PaxRecords withLinkPath(String value) {
        return value == null ? null : new PaxRecords(path, value, size, sparse);
    }

    private PaxRecords withSize(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? new PaxRecords(path, linkPath, Long.parseLong(digits), sparse) : null;
    }
}
