package org.karlworkbench.code;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.ElfHeader;

/**
 * The addresses that instructions make or use beside branches: what stands in one instruction as a whole (x86), and what
 * two instructions put together ({@link HighHalves}). Told what instructions there are in their order.
 */
final class UsedAddresses {
    /** An address relative to the next instruction: {@code 0x1234(%rip)}. */
    private static final Pattern RELATIVE = Pattern.compile(".*?(-?(?:0x[0-9a-f]+|\\d+))\\(%[re]ip\\).*");

    /** A plain number or place: {@code $0xffffffff81000000}, {@code 0xd0200000(,%eax,4)}. */
    private static final Pattern PLAIN = Pattern.compile("(?:.*[ ,:*])?\\$?(-?0x[0-9a-f]{5,16})(?:[,(].*)?");

    /** A literal of ARM: {@code [pc, #0x10]}. */
    private static final Pattern LITERAL = Pattern.compile(".*\\[pc(?:, #(-?(?:0x[0-9a-f]+|\\d+)))?\\]");

    private static final int ARM_AHEAD = 8;
    private static final int THUMB_AHEAD = 4;

    private final InstructionSet set;
    private final HighHalves halves;

    UsedAddresses(ElfHeader header, boolean thumb) {
        set = InstructionSet.of(header, thumb).orElse(null);
        halves = set == null ? null : HighHalves.of(set);
    }

    /** The address that an instruction makes or uses, if it is one; whether anything lies there was not looked up. */
    OptionalLong of(Instruction instruction) {
        if (set == null) {
            return OptionalLong.empty();
        }
        OptionalLong used =
                switch (set) {
                    case AMD64, I386 -> x86(instruction);
                    case ARM, THUMB -> literal(instruction);
                    default -> OptionalLong.empty();
                };
        return used.isPresent() || halves == null ? used : halves.of(instruction);
    }

    /** The program counter is ahead of the instruction, and in Thumb rounded down (ARM ARM, "Use of labels"). */
    private OptionalLong literal(Instruction instruction) {
        Matcher literal = LITERAL.matcher(instruction.operands());
        if (!literal.matches()) {
            return OptionalLong.empty();
        }
        boolean thumb = set == InstructionSet.THUMB;
        long counter = thumb ? instruction.address() + THUMB_AHEAD & ~3L : instruction.address() + ARM_AHEAD;
        return literal.group(1) == null ? OptionalLong.of(counter) : number(literal.group(1), counter);
    }

    private OptionalLong x86(Instruction instruction) {
        String operands = instruction.operands();
        Matcher relative = RELATIVE.matcher(operands);
        if (relative.matches()) {
            return number(relative.group(1), instruction.end());
        }
        Matcher plain = PLAIN.matcher(operands);
        return plain.matches() ? number(plain.group(1), 0) : OptionalLong.empty();
    }

    private OptionalLong number(String digits, long base) {
        try {
            return OptionalLong.of(base + Numbers.parse(digits) & set.addressMask());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
