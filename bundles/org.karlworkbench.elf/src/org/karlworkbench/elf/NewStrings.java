package org.karlworkbench.elf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Collects names for a string table; equal names stand in it once. */
final class NewStrings {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> offsets = new HashMap<>(Map.of("", 0));

    NewStrings() {
        bytes.write(0);
    }

    /** The name's offset in the table. */
    int add(String name) {
        return offsets.computeIfAbsent(name, this::append);
    }

    private int append(String name) {
        if (name.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a name cannot hold a null character");
        }
        int offset = bytes.size();
        bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        return offset;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
