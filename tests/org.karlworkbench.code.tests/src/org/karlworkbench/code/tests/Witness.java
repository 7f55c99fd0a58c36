package org.karlworkbench.code.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.code.CodeRange;

/**
 * One line of objdump, which knows the kernel itself and its symbols.
 *
 * @param address where the instruction lies
 * @param length in bytes
 * @param text its words
 */
record Witness(long address, int length, String text) {
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\\t([0-9a-f ]+?)\\s*(?:\\t(.*))?");
    private static final Pattern TARGET = Pattern.compile(".*?(?:0x)?\\b([0-9a-f]+) <[^>]*>.*");
    private static final Pattern USED = Pattern.compile(".*[#!@] ?([0-9a-f]{5,16}) <[^>]*>.*");
    private static final List<String> PREFIXES =
            List.of("cs", "ds", "es", "ss", "fs", "gs", "data16", "addr32", "notrack", "bnd");

    /** What objdump says of a range. */
    static List<Witness> of(String tools, Path kernel, CodeRange range) throws IOException, InterruptedException {
        String program = tools.isEmpty() ? "objdump" : tools + "-objdump";
        ProcessBuilder builder = new ProcessBuilder(
                        program,
                        "-d",
                        "-w",
                        "-z",
                        "--start-address=0x" + Long.toHexString(range.address()),
                        "--stop-address=0x" + Long.toHexString(range.end()),
                        kernel.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new AssertionError(program + " is missing: install what releng/debian-packages lists", e);
        }
        List<Witness> lines = new ArrayList<>();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(0, process.waitFor(), output);
        for (String line : output.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                int length = matcher.group(2).replace(" ", "").length() / 2;
                String text = matcher.group(3) == null ? "" : matcher.group(3);
                lines.add(new Witness(Long.parseUnsignedLong(matcher.group(1), 16), length, text));
            }
        }
        return lines;
    }

    /** The mnemonic, without the prefixes that capstone leaves out where they change nothing. */
    String mnemonic() {
        List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
        while (words.size() > 1 && PREFIXES.contains(words.getFirst())) {
            words.removeFirst();
        }
        return words.getFirst();
    }

    /** Whether objdump finds no instruction there, or one for data. */
    boolean isNone() {
        return text.isEmpty() || text.startsWith(".") || text.startsWith("(bad)") || text.startsWith("udf");
    }

    /** Where a branch leads; what stands behind a comment sign is not said by the instruction. */
    Optional<Long> target() {
        Matcher matcher = TARGET.matcher(text.split("[#!@]", 2)[0]);
        return matcher.matches() ? Optional.of(Long.parseUnsignedLong(matcher.group(1), 16)) : Optional.empty();
    }

    /** The address that an instruction uses or makes, which objdump says behind a comment sign. */
    Optional<Long> used() {
        Matcher matcher = USED.matcher(text);
        return matcher.matches() ? Optional.of(Long.parseUnsignedLong(matcher.group(1), 16)) : Optional.empty();
    }
}
