package org.karlworkbench.code.tests;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two names for one instruction: objdump's on the left, capstone's or LLVM's on the right. Found over whole kernels. */
final class Spelling {
    private static final Set<String> X86 =
            Set.of("xchg=nop", "movq=movd", "repz=retq", "repz=retl", "fwait=wait", "movabs=movabsq", "pause=pause");

    private static final Set<String> MIPS = Set.of(
            "li=addiu",
            "li=ori",
            "ror=rotr",
            "dnegu=dsubu",
            "nor=not",
            "dins=dinsu",
            "dins=dinsm",
            "dext=dextu",
            "dext=dextm",
            "negu=subu",
            "dror=drotr",
            "dror=drotr32");

    /** Capstone 4 takes the way in which code asks for its own address for a loop, and knows no transactions. */
    private static final Set<String> PPC = Set.of(
            "bcl=bdnzl",
            "mr.=or.",
            "hwsync=sync",
            "clrrwi=rlwinm",
            "clrrwi.=rlwinm.",
            "cntlzw=cntlz",
            "not=nor",
            "bnslr+=bnslr",
            "bgelr+=bgelr",
            "srwi.=rlwinm.",
            "slwi.=rlwinm.",
            "mtcr=mtcrf",
            "mtvrsave=mtspr",
            "mfvrsave=mfspr",
            "dcbtstct=dcbtst",
            "dcbtct=dcbt",
            "srdi=rldicl",
            "srdi.=rldicl.",
            "clrrdi=rldicr",
            "clrrdi.=rldicr.",
            "vmr=vor",
            "tbegin.=(bad)",
            "tend.=(bad)",
            "tabort.=(bad)");

    private static final Set<String> RISCV = Set.of(
            "add=addi",
            "addw=addiw",
            "sll=slli",
            "sllw=slliw",
            "srl=srli",
            "srlw=srliw",
            "sra=srai",
            "sraw=sraiw",
            "and=andi",
            "or=ori",
            "xor=xori",
            "zext.b=andi");

    private static final Set<String> ARM64 = Set.of(
            "mov=movz",
            "mov=movn",
            "mov=orr",
            "mov=ins",
            "b.cs=b.hs",
            "b.cc=b.lo",
            "xpaclri=hint",
            "uxtl=ushll",
            "sxtl=sshll",
            "dc=sys");

    private static final Set<String> ARM =
            Set.of("push=str", "stmia=stm", "stmiacs=stmhs", "stmiane=stmne", "stfp=stcl", "ldfp=ldcl", "nop=mov");

    private static final Set<String> SPARC = Set.of(
            "clr=mov",
            "clr=st",
            "clrb=stb",
            "clrh=sth",
            "clrx=stx",
            "b=ba",
            "b,a=ba,a",
            "btst=andcc",
            "return=rett",
            "inc=add",
            "inccc=addcc",
            "dec=sub",
            "deccc=subcc",
            "mov=or",
            "neg=sub",
            "subc=subx",
            "addc=addx",
            "movre=movrz",
            "movrne=movrnz",
            "fmovrde=fmovrdz",
            "fmovrdne=fmovrdnz",
            "fmovrse=fmovrsz",
            "fmovrsne=fmovrsnz",
            "fzerod=fzero",
            "fsrc2d=fsrc2",
            "fsrc1d=fsrc1",
            "foned=fone",
            "illtrap=unimp");

    private static final Map<String, Set<String>> PAIRS = Map.of(
            "amd64",
            X86,
            "i386",
            X86,
            "arm64",
            ARM64,
            "armv7",
            ARM,
            "riscv64",
            RISCV,
            "macppc",
            PPC,
            "powerpc64",
            PPC,
            "octeon",
            MIPS,
            "loongson",
            MIPS,
            "sparc64",
            SPARC);

    private static final List<String> SIZES = List.of("", "b", "w", "l", "q");

    private Spelling() {}

    /** Whether two mnemonics mean the same. */
    static boolean isSame(String arch, String witness, String ours) {
        if (witness.equals(ours) || PAIRS.getOrDefault(arch, Set.of()).contains(witness + "=" + ours)) {
            return true;
        }
        return switch (arch) {
            case "amd64", "i386" -> SIZES.stream().anyMatch(size -> ours.equals(witness + size));
            case "armv7" ->
                witness.replaceAll("cs$", "hs").replaceAll("cc$", "lo").equals(ours);
            default -> false;
        };
    }
}
