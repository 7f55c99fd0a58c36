package org.karlworkbench.elf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The names of relocation types, as the ABIs of the machines give them. Read at the first question. */
public final class RelocationNames {
    private static final Map<Integer, Map<Integer, String>> ALL = read();

    /** On MIPS with 64 bits one number holds up to three types. */
    private static final int PARTS = 3;

    private RelocationNames() {}

    /**
     * The name of a type.
     *
     * @param header of the object that has the relocation
     * @param type as {@link Relocations#type} gives it
     * @return such as {@code R_X86_64_PC32}; where MIPS packs several into one, those with slashes between; {@code type 999}
     *     for one that is not known
     */
    public static String of(ElfHeader header, int type) {
        Map<Integer, String> names = ALL.getOrDefault(header.machine(), Map.of());
        if (header.machine() != Elf.EM_MIPS || !header.is64()) {
            return name(names, type);
        }
        StringBuilder all = new StringBuilder(name(names, type & 0xff));
        for (int part = 1; part < PARTS; part++) {
            int more = type >>> part * Byte.SIZE & 0xff;
            if (more != 0) {
                all.append('/').append(name(names, more));
            }
        }
        return all.toString();
    }

    private static String name(Map<Integer, String> names, int type) {
        String known = names.get(type);
        return known == null ? "type " + Integer.toUnsignedString(type) : known;
    }

    private static Map<Integer, Map<Integer, String>> read() {
        Map<Integer, Map<Integer, String>> all = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        String beginning = "";
        for (String line : text().lines().toList()) {
            String[] words = line.split(" +");
            if (line.startsWith("[")) {
                names = new HashMap<>();
                all.put(Integer.valueOf(words[0].substring(1, words[0].length() - 1)), names);
                beginning = words[1];
            } else if (!line.startsWith("#")) {
                for (int i = 0; i + 1 < words.length; i += 2) {
                    names.put(Integer.valueOf(words[i]), beginning + words[i + 1]);
                }
            }
        }
        return all;
    }

    private static String text() {
        try (InputStream in = RelocationNames.class.getResourceAsStream("relocations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
