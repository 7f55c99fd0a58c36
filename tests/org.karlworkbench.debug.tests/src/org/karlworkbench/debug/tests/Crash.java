package org.karlworkbench.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What objdump and nm know of a kernel, and made-up traces of it in the forms that people paste. */
final class Crash {
    private static final Pattern CALL = Pattern.compile("\\s*([0-9a-f]{16}):\\s.*\\bcall\\b.*");
    private static final Pattern INSTRUCTION = Pattern.compile("\\s*([0-9a-f]{16}):\\s.*");
    private static final Pattern FUNCTION = Pattern.compile("([0-9a-f]{16}) [tT] (\\S+)");

    private final List<Long> returns = new ArrayList<>();
    private final TreeMap<Long, String> functions = new TreeMap<>();

    private Crash() {}

    /** Reads a kernel by the tools of binutils. */
    static Crash of(Path kernel) throws Exception {
        Crash crash = new Crash();
        boolean called = false;
        for (String line : run("objdump", "-d", kernel.toString())) {
            Matcher instruction = INSTRUCTION.matcher(line);
            if (instruction.matches()) {
                if (called) {
                    crash.returns.add(Long.parseUnsignedLong(instruction.group(1), 16));
                }
                called = CALL.matcher(line).matches();
            }
        }
        for (String line : run("nm", kernel.toString())) {
            Matcher function = FUNCTION.matcher(line);
            if (function.matches()) {
                crash.functions.put(Long.parseUnsignedLong(function.group(1), 16), function.group(2));
            }
        }
        return crash;
    }

    static List<String> run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Arrays.toString(words) + "\n" + text);
        return text.lines().toList();
    }

    /** Different return addresses from functions in which they do not stand at the very end. */
    List<Long> stack(int depth, long above, Random random) {
        List<Long> stack = new ArrayList<>();
        while (stack.size() < depth) {
            long address = returns.get(random.nextInt(returns.size()));
            if (address > above && !functions.containsKey(address) && !stack.contains(address)) {
                stack.add(address);
            }
        }
        return stack;
    }

    /** The function that an address is in, and the offset there. */
    Map.Entry<String, Long> function(long address) {
        Map.Entry<Long, String> floor = functions.floorEntry(address);
        return Map.entry(floor.getValue(), address - floor.getKey());
    }

    /** Where this kernel has the place that another one has at an address. */
    long same(Crash other, long address) {
        Map.Entry<String, Long> function = other.function(address);
        for (Map.Entry<Long, String> each : functions.entrySet()) {
            if (each.getValue().equals(function.getKey())) {
                return each.getKey() + function.getValue();
            }
        }
        throw new AssertionError("no " + function);
    }

    String name(long address) {
        Map.Entry<String, Long> function = function(address);
        return function.getKey() + "+0x" + Long.toHexString(function.getValue());
    }

    /** The forms of one stack. */
    enum Form {
        ADDRESSES,
        ADDRESSES_AND_NAMES,
        NAMES,
        REGISTERS;

        String trace(Crash crash, List<Long> stack) {
            StringBuilder text = new StringBuilder("uid 0 on wd0: file system full\npanic: test\n");
            for (int i = 0; i < stack.size(); i++) {
                long address = stack.get(i);
                String hex = Long.toHexString(address);
                String name = crash.function(address).getKey();
                text.append(
                        switch (this) {
                            case ADDRESSES -> "  #" + i + " 0x" + hex;
                            case ADDRESSES_AND_NAMES -> " [<" + hex + ">] " + crash.name(address) + "/0xfff";
                            case NAMES -> name + "(8,0,fffffd8012345678) at " + crash.name(address);
                            case REGISTERS ->
                                i == 0
                                        ? "rip               0x" + hex + "    " + crash.name(address)
                                        : name + "(8,0) at " + crash.name(address);
                        });
                text.append('\n');
            }
            return text.toString();
        }
    }
}
