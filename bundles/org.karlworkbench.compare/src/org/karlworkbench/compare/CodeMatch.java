package org.karlworkbench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.karlworkbench.code.Disassembler;
import org.karlworkbench.code.Disassemblers;
import org.karlworkbench.code.Instruction;
import org.karlworkbench.code.Tool;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.layout.Layout;

/**
 * Decides without a kit whether two functions hold the same code: a disassembler takes both apart, and numbers that it shows
 * as addresses of the kernel may differ. What it cannot tell stays unknown.
 */
final class CodeMatch {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0x[0-9a-f]+|\\b\\d+\\b)");
    private static final Pattern RELATIVE = Pattern.compile(".*\\(%[re]ip\\).*");
    private static final Pattern SIGN = Pattern.compile("[^\\w%]+");

    /** The same instruction of riscv64, without and with a number. */
    private static final Set<String> MOVES = Set.of("mv", "addi");

    private static final int MOST = 1 << 18;

    private final Layout a;
    private final Layout b;
    private final Disassembler disassembler;
    private final BooleanSupplier cancelled;

    private CodeMatch(Layout a, Layout b, Disassembler disassembler, BooleanSupplier cancelled) {
        this.a = a;
        this.b = b;
        this.disassembler = disassembler;
        this.cancelled = cancelled;
    }

    /** For two kernels of one machine; null where no disassembler of a library knows it. */
    static CodeMatch of(Layout a, Layout b, BooleanSupplier cancelled) {
        try {
            Disassembler disassembler =
                    Disassemblers.of(a.kernel().toString(), a.header(), false, EnumSet.of(Tool.CAPSTONE, Tool.LLVM));
            return new CodeMatch(a, b, disassembler, cancelled);
        } catch (EngineException e) {
            return null; // without one, what differs cannot be judged, and is counted as that
        }
    }

    /** Compares two functions of one size. */
    Verdict compare(byte[] codeA, long addressA, byte[] codeB, long addressB) throws EngineException {
        if (codeA.length > MOST) {
            return Verdict.UNKNOWN;
        }
        List<Instruction> some = decode(codeA, addressA);
        List<Instruction> others = decode(codeB, addressB);
        Verdict verdict = some.size() == others.size() ? Verdict.SAME : Verdict.DIFFERENT;
        for (int i = 0; i < some.size() && verdict != Verdict.DIFFERENT; i++) {
            Verdict one = compare(
                    some.get(i), others.get(i), codeA, (int) (some.get(i).address() - addressA), codeB);
            verdict = one == Verdict.SAME ? verdict : one;
        }
        return verdict;
    }

    private List<Instruction> decode(byte[] code, long address) throws EngineException {
        List<Instruction> instructions = new ArrayList<>();
        disassembler.decode(code, address, instructions::add, cancelled);
        return instructions;
    }

    private Verdict compare(Instruction one, Instruction other, byte[] codeA, int at, byte[] codeB) {
        int to = at + one.length();
        if (one.length() == other.length() && Arrays.equals(codeA, at, to, codeB, at, to)) {
            return Verdict.SAME;
        }
        if (one.isUnknown() || other.isUnknown()) {
            return Verdict.UNKNOWN;
        }
        boolean moves = MOVES.contains(one.mnemonic()) && MOVES.contains(other.mnemonic());
        if (one.length() != other.length() || !moves && !one.mnemonic().equals(other.mnemonic())) {
            return Verdict.DIFFERENT;
        }
        return registers(one).equals(registers(other)) ? numbers(one, other) : Verdict.DIFFERENT;
    }

    /** What an instruction works with, without numbers and signs: a distance of 0 is not written. */
    private static String registers(Instruction instruction) {
        return SIGN.matcher(NUMBER.matcher(instruction.operands()).replaceAll(""))
                .replaceAll("");
    }

    private Verdict numbers(Instruction one, Instruction other) {
        List<String> inA =
                NUMBER.matcher(one.operands()).results().map(MatchResult::group).toList();
        List<String> inB = NUMBER.matcher(other.operands())
                .results()
                .map(MatchResult::group)
                .toList();
        boolean addresses = inA.size() == inB.size();
        boolean any = false;
        for (int i = 0; i < inA.size() && addresses; i++) {
            boolean both = isAddress(a, one, inA.get(i)) && isAddress(b, other, inB.get(i));
            any |= both; // the place itself may not have moved
            addresses = both || inA.get(i).equals(inB.get(i));
        }
        return addresses && any ? Verdict.SAME : Verdict.UNKNOWN;
    }

    private static boolean isAddress(Layout layout, Instruction instruction, String digits) {
        boolean relative = RELATIVE.matcher(instruction.operands()).matches();
        try {
            boolean negative = digits.startsWith("-");
            String bare = negative ? digits.substring(1) : digits;
            long number = bare.startsWith("0x") ? Long.parseUnsignedLong(bare.substring(2), 16) : Long.parseLong(bare);
            long value = (negative ? -number : number) + (relative ? instruction.end() : 0);
            long address = layout.header().is64() ? value : value & 0xffff_ffffL;
            return layout.sections().at(address) >= 0 || layout.sections().at(address - 1) >= 0;
        } catch (NumberFormatException e) {
            return false; // more digits than an address has
        }
    }
}
