package org.karlworkbench.code;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the words of a disassembler where a branch leads: the number that is its last operand. */
final class Branches {
    /** What stands before the number, with neither {@code *%rax}, a register, nor {@code *0x10(%rax)}, memory; the number. */
    private static final Pattern LAST = Pattern.compile("((?:[^*]*[, ])?)[#$]?(-?(?:0x[0-9a-f]+|\\d+))");

    /** PA-RISC names the register for the way back behind the target. */
    private static final Pattern FIRST = Pattern.compile("()(0x[0-9a-f]+),%?\\w+");

    private Branches() {}

    /**
     * An instruction with its target, if it is a branch that says where it leads.
     *
     * @param from what the number counts from, where it is a distance
     */
    static Instruction instruction(
            InstructionSet set, long address, int length, String mnemonic, String operands, OptionalLong from) {
        Matcher matcher = LAST.matcher(operands);
        if (!matcher.matches() && set == InstructionSet.HPPA) {
            matcher = FIRST.matcher(operands);
        }
        if (!set.isBranch(mnemonic) || !matcher.matches()) {
            return new Instruction(address, length, mnemonic, operands, OptionalLong.empty());
        }
        try {
            long number = Numbers.parse(matcher.group(2));
            long target = from.orElse(0) + number & set.addressMask();
            // a distance, or a negative number for the upper half of the address space, is shown as the address
            boolean odd = from.isPresent() || matcher.group(2).startsWith("-");
            String shown = odd ? matcher.group(1) + "0x" + Long.toHexString(target) : operands;
            return new Instruction(address, length, mnemonic, shown, OptionalLong.of(target));
        } catch (NumberFormatException e) {
            // more digits than an address has: not one
            return new Instruction(address, length, mnemonic, operands, OptionalLong.empty());
        }
    }
}
