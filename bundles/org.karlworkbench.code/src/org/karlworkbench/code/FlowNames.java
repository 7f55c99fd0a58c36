package org.karlworkbench.code;

import java.util.Arrays;
import java.util.Set;

/** Where instructions lead, by their names; what a library's number means is asked for once. */
final class FlowNames {
    private static final Set<String> X86_FREE =
            Set.of("ret", "retf", "retfq", "retl", "retq", "lret", "lretq", "lretl");
    private static final Set<String> X86_BRANCH = Set.of("jmp", "call", "ljmp", "lcall");
    private static final Set<String> X86_AWAY = Set.of(
            "int3",
            "int",
            "syscall",
            "sysenter",
            "sysret",
            "sysexit",
            "iret",
            "iretd",
            "iretq",
            "ud0",
            "ud1",
            "ud2",
            "ud2b");
    private static final Set<String> ARM64_AWAY =
            Set.of("b", "bl", "eret", "drps", "brk", "hlt", "svc", "hvc", "smc", "udf", "dcps1", "dcps2", "dcps3");
    private static final Set<String> RISCV_FREE = Set.of("ret", "jr", "jalr", "c.jr", "c.jalr");
    private static final Set<String> RISCV_AWAY = Set.of(
            "j",
            "jal",
            "c.j",
            "c.jal",
            "ecall",
            "ebreak",
            "c.ebreak",
            "unimp",
            "c.unimp",
            "mret",
            "sret",
            "uret",
            "dret",
            "mnret");

    private static final byte UNSEEN = -1;
    private static final byte ASK = -2;
    private static final int MOST = 1 << 13;

    private final FlowSet set;
    private final byte[] known = new byte[MOST];

    FlowNames(FlowSet set) {
        this.set = set;
        Arrays.fill(known, UNSEEN);
    }

    Flow flow(Decoder decoder) {
        int number = decoder.number();
        if (number < 0 || number >= MOST) {
            return flow(decoder.mnemonic(), decoder);
        }
        if (known[number] == UNSEEN) {
            known[number] = isSettled(decoder.name())
                    ? (byte) flow(decoder.name(), decoder).ordinal()
                    : ASK;
        }
        return known[number] == ASK ? flow(wordOf(decoder), decoder) : Flow.values()[known[number]];
    }

    /** Whether a name says it all; a conditional branch of arm64 has the number of a plain one. */
    private boolean isSettled(String name) {
        return set.isX86() ? !X86_BRANCH.contains(name) : !name.equals("b");
    }

    private String wordOf(Decoder decoder) {
        return set.isX86() ? decoder.name() : decoder.mnemonic();
    }

    private Flow flow(String name, Decoder decoder) {
        if (set.isX86()) {
            return x86(name, decoder);
        }
        if (set.isArm()) {
            return arm64(name);
        }
        return RISCV_FREE.contains(name) ? Flow.FREE : RISCV_AWAY.contains(name) ? Flow.AWAY : Flow.ON;
    }

    /** Where a branch goes through a register or memory, AT&T's syntax puts an asterisk before it. */
    private static Flow x86(String name, Decoder decoder) {
        if (X86_BRANCH.contains(name)) {
            return decoder.operands().startsWith("*") ? Flow.FREE : Flow.AWAY;
        }
        return X86_FREE.contains(name) ? Flow.FREE : X86_AWAY.contains(name) ? Flow.AWAY : Flow.ON;
    }

    private static Flow arm64(String name) {
        boolean free = name.startsWith("ret") || name.startsWith("br") && !name.equals("brk") || name.startsWith("blr");
        return free ? Flow.FREE : ARM64_AWAY.contains(name) ? Flow.AWAY : Flow.ON;
    }
}
