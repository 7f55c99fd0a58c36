package org.karlworkbench.elf;

/** Numbers of the ELF format, by the names of the gABI and of the processor supplements. */
public final class Elf {
    private Elf() {}

    /** Size of e_ident. */
    public static final int EI_NIDENT = 16;
    /** 32-bit objects. */
    public static final int ELFCLASS32 = 1;
    /** 64-bit objects. */
    public static final int ELFCLASS64 = 2;
    /** Least significant byte first. */
    public static final int ELFDATA2LSB = 1;
    /** Most significant byte first. */
    public static final int ELFDATA2MSB = 2;
    /** The only version there is. */
    public static final int EV_CURRENT = 1;

    /** Relocatable file. */
    public static final int ET_REL = 1;
    /** Executable file. */
    public static final int ET_EXEC = 2;
    /** Shared object or position-independent executable. */
    public static final int ET_DYN = 3;
    /** Core file. */
    public static final int ET_CORE = 4;

    /** SPARC, 32 bits. */
    public static final int EM_SPARC = 2;
    /** Intel 80386. */
    public static final int EM_386 = 3;
    /** Motorola 68000. */
    public static final int EM_68K = 4;
    /** Motorola 88000 (luna88k). */
    public static final int EM_88K = 5;
    /** MIPS, both byte orders, 32 and 64 bits (octeon, loongson, sgi). */
    public static final int EM_MIPS = 8;
    /** Hewlett-Packard PA-RISC (hppa). */
    public static final int EM_PARISC = 15;
    /** PowerPC, 32 bits (macppc). */
    public static final int EM_PPC = 20;
    /** PowerPC, 64 bits (powerpc64). */
    public static final int EM_PPC64 = 21;
    /** ARM, 32 bits (armv7). */
    public static final int EM_ARM = 40;
    /** Hitachi SuperH (landisk). */
    public static final int EM_SH = 42;
    /** SPARC version 9 (sparc64). */
    public static final int EM_SPARCV9 = 43;
    /** AMD x86-64 (amd64). */
    public static final int EM_X86_64 = 62;
    /** ARM, 64 bits (arm64). */
    public static final int EM_AARCH64 = 183;
    /** RISC-V (riscv64). */
    public static final int EM_RISCV = 243;
    /** DEC Alpha; never assigned by the gABI, used by all tools. */
    public static final int EM_ALPHA = 0x9026;

    /** Undefined section. */
    public static final int SHN_UNDEF = 0;
    /** First of the reserved indices. */
    public static final int SHN_LORESERVE = 0xff00;
    /** Absolute values. */
    public static final int SHN_ABS = 0xfff1;
    /** Unallocated common symbols. */
    public static final int SHN_COMMON = 0xfff2;
    /** The index stands elsewhere. */
    public static final int SHN_XINDEX = 0xffff;

    /** Inactive section header. */
    public static final int SHT_NULL = 0;
    /** Content that the program defines. */
    public static final int SHT_PROGBITS = 1;
    /** Symbol table. */
    public static final int SHT_SYMTAB = 2;
    /** String table. */
    public static final int SHT_STRTAB = 3;
    /** Relocations with addends. */
    public static final int SHT_RELA = 4;
    /** Hash table of symbols. */
    public static final int SHT_HASH = 5;
    /** Dynamic linking information. */
    public static final int SHT_DYNAMIC = 6;
    /** Notes. */
    public static final int SHT_NOTE = 7;
    /** Occupies no room in the file. */
    public static final int SHT_NOBITS = 8;
    /** Relocations without addends. */
    public static final int SHT_REL = 9;
    /** Symbol table for dynamic linking. */
    public static final int SHT_DYNSYM = 11;
    /** Functions to call at the start. */
    public static final int SHT_INIT_ARRAY = 14;
    /** Functions to call at the end. */
    public static final int SHT_FINI_ARRAY = 15;
    /** Functions to call before all others. */
    public static final int SHT_PREINIT_ARRAY = 16;
    /** Section group. */
    public static final int SHT_GROUP = 17;
    /** Section indices of symbols whose st_shndx is SHN_XINDEX. */
    public static final int SHT_SYMTAB_SHNDX = 18;
    /** On Arm only: the index of exception tables. */
    public static final int SHT_ARM_EXIDX = 0x70000001;
    /** On Arm: what an object says of itself, build attributes (AADDENDA32). */
    public static final int SHT_ARM_ATTRIBUTES = 0x70000003;

    /** Can be written at run time. */
    public static final long SHF_WRITE = 0x1;
    /** Occupies memory at run time. */
    public static final long SHF_ALLOC = 0x2;
    /** Holds instructions. */
    public static final long SHF_EXECINSTR = 0x4;
    /** May be merged. */
    public static final long SHF_MERGE = 0x10;
    /** Holds strings that end with a null character. */
    public static final long SHF_STRINGS = 0x20;
    /** sh_info is a section index. */
    public static final long SHF_INFO_LINK = 0x40;
    /** Stands in the order of the section that sh_link names. */
    public static final long SHF_LINK_ORDER = 0x80;
    /** Member of a section group. */
    public static final long SHF_GROUP = 0x200;
    /** Thread-local storage. */
    public static final long SHF_TLS = 0x400;
    /** Content is compressed. */
    public static final long SHF_COMPRESSED = 0x800;
    /** Left out of the link. */
    public static final long SHF_EXCLUDE = 0x80000000L;

    /** Only one group of a signature is kept. */
    public static final int GRP_COMDAT = 1;

    /** Seen in its own file only. */
    public static final int STB_LOCAL = 0;
    /** Seen in all files. */
    public static final int STB_GLOBAL = 1;
    /** Global, and gives way to others. */
    public static final int STB_WEAK = 2;
    /** Global, and one in the whole process (GNU). */
    public static final int STB_GNU_UNIQUE = 10;

    /** Type not given. */
    public static final int STT_NOTYPE = 0;
    /** Data. */
    public static final int STT_OBJECT = 1;
    /** Function. */
    public static final int STT_FUNC = 2;
    /** The section itself. */
    public static final int STT_SECTION = 3;
    /** Name of the source file. */
    public static final int STT_FILE = 4;
    /** Uninitialized common block. */
    public static final int STT_COMMON = 5;
    /** Thread-local. */
    public static final int STT_TLS = 6;
    /** Function that chooses a function (GNU). */
    public static final int STT_GNU_IFUNC = 10;

    /** As the binding says. */
    public static final int STV_DEFAULT = 0;
    /** Reserved to the processor. */
    public static final int STV_INTERNAL = 1;
    /** Not seen outside the linked file. */
    public static final int STV_HIDDEN = 2;
    /** Seen outside, not replaced. */
    public static final int STV_PROTECTED = 3;

    /** Unused program header. */
    public static final int PT_NULL = 0;
    /** Loaded into memory. */
    public static final int PT_LOAD = 1;
    /** Dynamic linking information. */
    public static final int PT_DYNAMIC = 2;
    /** Name of the interpreter. */
    public static final int PT_INTERP = 3;
    /** Notes. */
    public static final int PT_NOTE = 4;
    /** The program header table itself. */
    public static final int PT_PHDR = 6;
    /** Template of thread-local storage. */
    public static final int PT_TLS = 7;
    /** Flags of the stack (GNU). */
    public static final int PT_GNU_STACK = 0x6474e551;
    /** Read-only once relocated (GNU). */
    public static final int PT_GNU_RELRO = 0x6474e552;
    /** Filled with random bytes by the boot loader (OpenBSD). */
    public static final int PT_OPENBSD_RANDOMIZE = 0x65a3dbe6;

    /** Executable segment. */
    public static final int PF_X = 1;
    /** Writable segment. */
    public static final int PF_W = 2;
    /** Readable segment. */
    public static final int PF_R = 4;
    /** e_phnum if the true count stands in section 0. */
    public static final int PN_XNUM = 0xffff;
}
