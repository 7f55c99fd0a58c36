package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.karlworkbench.code.FlowReader;
import org.karlworkbench.code.FlowSet;
import org.karlworkbench.compare.gadgets.GadgetSearch;
import org.karlworkbench.compare.gadgets.GadgetSection;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.karlworkbench.layout.tests.support.Tools;
import org.karlworkbench.relink.tests.Chance;

/**
 * ROPgadget over the same regions. What it counts otherwise is explained, each in words in docs/command.md: it also ends at
 * direct jumps and system calls, knows a list of encodings only, and goes on behind far jumps, and on arm64 behind plain ones.
 */
class RopGadgetTest {
    private static final Pattern LINE = Pattern.compile("0x([0-9a-f]{8,16}) : (.*)");

    /** Jumps and calls that say themselves where, and system calls: no ends of ours. */
    private static final Pattern OTHER_END =
            Pattern.compile("(jmp|call) 0x\\S+|int .*|sysenter|syscall|jmp \\d+|call \\d+");

    /** What no gadget of ours goes through, and it looks through: far jumps and traps of x86, plain branches of arm64. */
    private static final Pattern ENDS_OURS = Pattern.compile(
            "(.* ; )?(((bnd|notrack|lock|repn?[ez]?) )?(jmp|call|ljmp|lcall|ud\\d\\w?|sysexit|eret|drps|svc|hlt|dcps\\d)\\b.*|bl? #\\S+( ; .*)?)");

    /**
     * The endings that it looks for (ropgadget/gadgets.py, addROPGadgets and addJOPGadgets), without direct jumps, and
     * without those through the stack pointer, which it writes with a dollar sign that means the end of the text.
     */
    private static final List<String> X86 = List.of(
            "\\xc3",
            "\\xc2..",
            "\\xcb",
            "\\xca..",
            "\\xff[\\xd0-\\xd7\\xe0-\\xe7]",
            "\\xff[\\x10-\\x13\\x16-\\x17\\x20-\\x23\\x26-\\x27]",
            "\\xff[\\x50-\\x53\\x55-\\x57\\x60-\\x63\\x65-\\x67].",
            "\\xff[\\x90-\\x93\\x95-\\x97\\xa0-\\xa3\\xa5-\\xa7]....");

    private static final List<String> ARM64 = List.of(
            "\\xc0\\x03\\x5f\\xd6",
            "[\\x00\\x20\\x40\\x60\\x80\\xa0\\xc0\\xe0][\\x00-\\x03][\\x1f\\x5f]\\xd6",
            "[\\x00\\x20\\x40\\x60\\x80\\xa0\\xc0\\xe0][\\x00-\\x03]\\x3f\\xd6");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = RandomKit.Machine.class,
            mode = Mode.EXCLUDE,
            names = {"RISCV64", "POWERPC64"})
    void ropGadgetFindsTheSame(RandomKit.Machine machine) throws Exception {
        long seed = Chance.seed();
        String what = machine + ", seed " + seed;
        RandomKit kit = new RandomKit(folder, machine, seed);
        Layout layout = kit.relink("kernel", seed, false);
        FlowSet set = FlowSet.of("kernel", layout.header()).orElseThrow();
        GadgetSection text = GadgetSearch.of(layout, set, Progress.NONE).getFirst();
        Map<Long, List<String>> theirs = theirs(layout, text);
        String code = new String(text.bytes(), StandardCharsets.ISO_8859_1);
        Map<Integer, Set<Integer>> endings = endings(code, machine);
        int same = 0;
        List<String> odd = new ArrayList<>();
        try (FlowReader reader = FlowReader.open(set, text.bytes(), text.address())) {
            for (int at = 0; at < code.length(); at += machine.unit()) {
                List<String> words = theirs.getOrDefault(text.address() + at, List.of());
                int last = last(reader, at, code.length());
                boolean ours = text.isGadget(at);
                int end = at + text.lengths()[at];
                if (ours && words.isEmpty() && isListed(at, last, end, code, endings, machine)) {
                    odd.add("only ours at " + at + ": "
                            + code.substring(at, end).chars().boxed().toList());
                }
                // a direct jump that it looks for may be decoded as the end of another return, farther away
                boolean far = last - at > 9 * machine.unit();
                if (!ours && !far) {
                    words.stream()
                            .filter(each ->
                                    !ENDS_OURS.matcher(withoutLast(each)).matches())
                            .forEach(each -> odd.add("only theirs: " + each));
                }
                same += ours && !words.isEmpty() ? 1 : 0;
            }
        }
        assertEquals(List.of(), odd, what);
        assertTrue(same > 200, what + ": " + same);
    }

    private static String withoutLast(String words) {
        int last = words.lastIndexOf(" ; ");
        return last < 0 ? "" : words.substring(0, last);
    }

    /** For each beginning of an ending that it finds where that ends; one that overlaps another of its form is not found. */
    private static Map<Integer, Set<Integer>> endings(String code, RandomKit.Machine machine) {
        Map<Integer, Set<Integer>> endings = new HashMap<>();
        for (String form : machine.isX86() ? X86 : ARM64) {
            Matcher matcher = Pattern.compile(form, Pattern.DOTALL).matcher(code);
            while (matcher.find()) {
                endings.computeIfAbsent(matcher.start(), _ -> new HashSet<>()).add(matcher.end());
            }
        }
        return endings;
    }

    /** Whether the last instruction is one that it finds, near enough to the first, without prefixes that change its name. */
    private static boolean isListed(
            int at, int last, int end, String code, Map<Integer, Set<Integer>> endings, RandomKit.Machine machine) {
        int start = last;
        while (machine.isX86() && isPrefix(code.charAt(start), machine)) {
            start++;
        }
        String prefixes = code.substring(last, start);
        boolean repeated = prefixes.matches("(?s).*[\u00f2\u00f3\u003e].*");
        boolean wide = prefixes.matches("(?s).*[H-O]") && "\u00ca\u00cb".indexOf(code.charAt(start)) >= 0;
        boolean near = start - at <= 9 * machine.unit();
        return near
                && !repeated
                && !wide
                && endings.getOrDefault(start, Set.of()).contains(end);
    }

    private static boolean isPrefix(char code, RandomKit.Machine machine) {
        return "\u0026\u002e\u0036\u003e\u0064\u0065\u0066\u0067\u00f0\u00f2\u00f3".indexOf(code) >= 0
                || machine == RandomKit.Machine.AMD64 && code >= '@' && code <= 'O';
    }

    /** Where the last instruction begins of what decoding from an offset reaches, however far; -1 if it reaches no end. */
    private static int last(FlowReader reader, int from, int size) {
        int at = from;
        while (at < size) {
            int instruction = reader.at(at);
            switch (FlowReader.flow(instruction)) {
                case NONE, AWAY -> {
                    return -1;
                }
                case FREE -> {
                    return at;
                }
                case ON -> at += FlowReader.length(instruction);
            }
        }
        return -1;
    }

    private Map<Long, List<String>> theirs(Layout layout, GadgetSection text) throws Exception {
        String range = "0x" + Long.toHexString(text.address()) + "-0x"
                + Long.toHexString(text.address() + text.bytes().length);
        String kernel = layout.kernel().toString();
        String output = Tools.run(folder, "ROPgadget", "--binary", kernel, "--all", "--depth", "10", "--range", range);
        Map<Long, List<String>> found = new TreeMap<>();
        output.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                String words = matcher.group(2);
                String last = words.substring(words.lastIndexOf(';') + 1).strip();
                if (!OTHER_END.matcher(last).matches()) {
                    found.computeIfAbsent(Long.parseUnsignedLong(matcher.group(1), 16), _ -> new ArrayList<>())
                            .add(words);
                }
            }
        });
        assertTrue(!found.isEmpty(), output);
        return found;
    }
}
