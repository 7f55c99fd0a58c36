package org.karlworkbench.code;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that two instructions put together, as machines with instructions of 32 bits do: the first loads the upper
 * part into a register, the second adds the lower part or uses it as a distance. What a register holds is forgotten when
 * something else may have been written to it.
 */
final class HighHalves {
    private static final String REGISTER = "([%$]?[a-z]+\\d*)";

    /** No more digits than an address has: objdump's words are what a file makes it say. */
    private static final String NUMBER = "[#$]?(-?(?:0x[0-9a-f]{1,16}|\\d{1,18}))";

    private static final int PAGE_BITS = 12;
    private static final int HALF = 16;
    private static final int SETHI_BITS = 10;

    /** Register and number, as in {@code lui a0, 0x12}; sparc has them the other way round. */
    private static final Pattern UPPER = Pattern.compile(REGISTER + ", ?" + NUMBER);

    private static final Pattern UPPER_SPARC = Pattern.compile(NUMBER + ", ?" + REGISTER);

    /** New register, old register and number; sparc has the new one last. */
    private static final Pattern SUM = Pattern.compile(REGISTER + ", ?" + REGISTER + ", ?" + NUMBER);

    private static final Pattern SUM_SPARC = Pattern.compile(REGISTER + ", ?" + NUMBER + ", ?" + REGISTER);

    /** Memory at a distance from a register: {@code 0x10(a0)}, {@code [x0, #0x10]}, {@code [%g1+0x10]}. */
    private static final Pattern DISTANCE = Pattern.compile("(?:.*, ?)?" + NUMBER + "\\(" + REGISTER + "\\)");

    private static final Pattern BRACKETS =
            Pattern.compile("(?:.*, ?)?\\[" + REGISTER + "(?:(?:, ?| ?\\+ ?)" + NUMBER + ")?\\]");

    private static final Pattern WORDS = Pattern.compile("[%$]?[a-z]+\\d*");

    private final InstructionSet set;
    private final String first;
    private final Map<String, Long> uppers = new HashMap<>();

    private HighHalves(InstructionSet set, String first) {
        this.set = set;
        this.first = first;
    }

    /** For a machine that does so; null for others. */
    static HighHalves of(InstructionSet set) {
        String first =
                switch (set) {
                    case ARM64 -> "adrp";
                    case RISCV64 -> "auipc";
                    case MIPS, MIPS64 -> "lui";
                    case PPC, PPC64 -> "lis";
                    case SPARC -> "sethi";
                    case ARM, THUMB -> "movw";
                    default -> null;
                };
        return first == null ? null : new HighHalves(set, first);
    }

    /** What an instruction makes or uses, with what those before it have loaded. */
    OptionalLong of(Instruction instruction) {
        if (instruction.mnemonic().equals(first)) {
            load(instruction);
            return OptionalLong.empty();
        }
        OptionalLong whole = whole(instruction);
        forget(instruction);
        return whole;
    }

    private void load(Instruction instruction) {
        boolean sparc = set == InstructionSet.SPARC;
        Matcher upper = (sparc ? UPPER_SPARC : UPPER).matcher(plain(instruction));
        if (upper.matches()) {
            long number = Numbers.parse(upper.group(sparc ? 1 : 2));
            uppers.put(upper.group(sparc ? 2 : 1), upper(instruction.address(), number));
        }
    }

    /** {@code %hi(0x1000)}, as objdump writes it, stands for the number shifted back. */
    private static String plain(Instruction instruction) {
        return instruction.operands().replace("%hi(", "").replace(")", "");
    }

    private long upper(long address, long number) {
        return switch (set) {
            case ARM64, ARM, THUMB -> number;
            case RISCV64 -> address + ((int) number << PAGE_BITS);
            case SPARC -> number << SETHI_BITS;
            default -> (int) number << HALF;
        };
    }

    private OptionalLong whole(Instruction instruction) {
        String operands = instruction.operands();
        Matcher top = UPPER.matcher(operands);
        if (instruction.mnemonic().equals("movt") && top.matches()) {
            return sum(top.group(1), Numbers.parse(top.group(2)) << HALF);
        }
        boolean sparc = set == InstructionSet.SPARC;
        Matcher sum = (sparc ? SUM_SPARC : SUM).matcher(operands);
        if (sum.matches() && adds(instruction.mnemonic())) {
            return sum(sum.group(sparc ? 1 : 2), low(Numbers.parse(sum.group(sparc ? 2 : 3))));
        }
        Matcher distance = DISTANCE.matcher(operands);
        if (distance.matches()) {
            return sum(distance.group(2), Numbers.parse(distance.group(1)));
        }
        Matcher brackets = BRACKETS.matcher(operands);
        return brackets.matches()
                ? sum(brackets.group(1), brackets.group(2) == null ? 0 : Numbers.parse(brackets.group(2)))
                : OptionalLong.empty();
    }

    private static boolean adds(String mnemonic) {
        return mnemonic.startsWith("add") || mnemonic.startsWith("dadd") || mnemonic.equals("or");
    }

    /** A lower half is signed, even where it is written without a sign. */
    private long low(long number) {
        return set == InstructionSet.PPC || set == InstructionSet.PPC64 ? (short) number : number;
    }

    private OptionalLong sum(String register, long number) {
        Long upper = uppers.get(register);
        return upper == null ? OptionalLong.empty() : OptionalLong.of(upper + number & set.addressMask());
    }

    /** A branch leads elsewhere with registers that nobody knows; else the first register may be a new value, sparc's last. */
    private void forget(Instruction instruction) {
        if (set.isBranch(instruction.mnemonic())) {
            return;
        }
        Matcher words = WORDS.matcher(instruction.operands());
        String written = null;
        while (words.find() && (written == null || set == InstructionSet.SPARC)) {
            written = words.group();
        }
        if (written != null && !stores(instruction.mnemonic())) {
            uppers.remove(written);
        }
    }

    private static boolean stores(String mnemonic) {
        return mnemonic.startsWith("s") && !mnemonic.matches("s(ub|ll|rl|ra|lt|et).*");
    }
}
