package org.karlworkbench.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code architectures.txt}: paragraphs headed by {@code [name]}, a key and its value on each line. */
final class CatalogueReader {
    private CatalogueReader() {}

    static List<Architecture> read(String resource) {
        List<Architecture> rows = new ArrayList<>();
        try (var in = CatalogueReader.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            Map<String, String> paragraph = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    flush(paragraph, rows);
                    paragraph.put("name", line.substring(1, line.length() - 1));
                } else if (!line.isEmpty() && line.charAt(0) != '#') {
                    int blank = line.indexOf(' ');
                    paragraph.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
            flush(paragraph, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static void flush(Map<String, String> paragraph, List<Architecture> rows) {
        if (!paragraph.isEmpty()) {
            rows.add(row(paragraph));
            paragraph.clear();
        }
    }

    private static Architecture row(Map<String, String> values) {
        List<String> machine = words(values, "machine");
        List<String> page = words(values, "page");
        String[] pad = values.get("pad").split(" ", 2);
        List<String> startup = words(values, "startup");
        List<String> text = words(values, "text");
        List<String> tools = words(values, "tools");
        List<String> emulator = words(values, "emulator");
        return new Architecture(
                values.get("name"),
                Integer.decode(machine.get(0)),
                Integer.parseInt(machine.get(1)),
                machine.get(2).equals("little") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
                Integer.parseInt(page.getFirst()),
                Integer.parseInt(page.get(Math.min(1, page.size() - 1))),
                page.subList(Math.min(2, page.size()), page.size()),
                pad[0].equals("none") ? -1 : Long.decode(pad[0]),
                pad.length > 1 ? pad[1] : "",
                Startup.valueOf(startup.get(0).toUpperCase(Locale.ROOT)),
                startup.size() > 1 ? Long.decode(startup.get(1)) : -1,
                words(values, "head"),
                words(values, "tail"),
                words(values, "flags"),
                Long.parseUnsignedLong(text.get(0).substring(2), 16),
                text.get(1),
                values.get("gapdummy").equals("yes"),
                values.get("linker"),
                new Architecture.Emulations(
                        values.getOrDefault("openbsd", ""),
                        values.getOrDefault("gnu", ""),
                        values.getOrDefault("lld", "")),
                words(values, "gnuflags"),
                word(tools, 0),
                word(tools, 1),
                word(emulator, 0),
                word(emulator, 1));
    }

    private static List<String> words(Map<String, String> values, String key) {
        String value = values.get(key);
        return value == null ? List.of() : List.of(value.split(" "));
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
