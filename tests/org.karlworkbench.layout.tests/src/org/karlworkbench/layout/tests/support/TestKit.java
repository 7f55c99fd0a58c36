package org.karlworkbench.layout.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;

/** Kits for tests: folders with objects and a script, and gaps made for them. */
public final class TestKit {
    /** Places head, gap and body as OpenBSD's scripts do. */
    private static final String SCRIPT = """
            ENTRY(start)
            SECTIONS {
                . = BASE + SIZEOF_HEADERS;
                . = ALIGN(0x1000);
                kernel_text = .;
                .text : { LOCORE(.text .text.*) *(.text .text.*) } = 0xcccccccc
                etext = .;
                . = ALIGN(0x1000);
                .rodata : { *(.rodata .rodata.*) }
                .eh_frame : { KEEP(*(.eh_frame)) }
                . = ALIGN(0x1000);
                .tdata : { *(.tdata .tdata.*) }
                .tbss : { *(.tbss .tbss.*) }
                .data : { __data_start = .; *(.data .data.*) }
                PROVIDE_HIDDEN(__preinit_array_start = .);
                PROVIDE_HIDDEN(__preinit_array_end = .);
                PROVIDE_HIDDEN(__init_array_start = .);
                PROVIDE_HIDDEN(__init_array_end = .);
                PROVIDE_HIDDEN(__fini_array_start = .);
                PROVIDE_HIDDEN(__fini_array_end = .);
                .got : { *(.got .got.plt) }
                . = ALIGN(0x1000);
                __bss_start = .;
                .bss : { *(.bss .bss.*) *(COMMON) }
                . = ALIGN(0x1000);
                _end = .;
                /DISCARD/ : { *(.comment) *(.note .note.*) }
            }
            """;

    private static final String LOCORE = "locore.o";
    private static final String LOCORE0 = "locore0.o";

    private TestKit() {}

    /** A kit of some C files, compiled for amd64 or (bits 32) for i386; the assembly head is made by itself. */
    public static LoadedKit ofSources(Path folder, int bits, Map<String, String> sources, String... flags)
            throws IOException, InterruptedException, EngineException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            compile(folder, source.getKey(), source.getValue(), bits, flags);
        }
        head(folder, bits);
        script(folder, bits);
        return read(folder);
    }

    /** Compiles one file; a name that ends in .S is assembly. */
    public static void compile(Path folder, String name, String source, int bits, String... flags)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Files.writeString(file, source);
        List<String> command = new ArrayList<>(List.of("gcc", "-m" + bits, "-c", "-fno-pie", "-ffreestanding"));
        command.addAll(bits == 64 ? List.of("-mcmodel=kernel") : List.of());
        command.addAll(Arrays.asList(flags));
        command.addAll(List.of("-o", name.substring(0, name.lastIndexOf('.')) + ".o", name));
        Tools.run(folder, command);
        Files.delete(file);
    }

    private static void head(Path folder, int bits) throws IOException, InterruptedException {
        String head = ".globl start\n.text\nstart: call main\nhlt\n.rodata_head: .long 1\n.data\n.globl head_data\n"
                + "head_data: .long 7\n.bss\nhead_bss: .skip 24\n.section .note.GNU-stack,\"\"\n";
        compile(folder, "locore0.S", head, bits);
    }

    /**
     * A kit of some assembly files for another machine.
     *
     * @param tools the prefix of its assembler, such as {@code riscv64-linux-gnu}
     * @param base the address at which kernels begin
     * @param sources the assembly of each object
     */
    public static LoadedKit ofAssembly(
            Path folder, String tools, String base, Map<String, String> sources, String... flags)
            throws IOException, InterruptedException, EngineException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = Files.writeString(folder.resolve("source.s"), source.getValue());
            List<String> command = new ArrayList<>(List.of(tools + "-as"));
            command.addAll(Arrays.asList(flags));
            command.addAll(List.of("-o", source.getKey(), "source.s"));
            Tools.run(folder, command);
            Files.delete(file);
        }
        script(folder, base, sources.containsKey(LOCORE) ? LOCORE : LOCORE0);
        return read(folder);
    }

    /** Writes the script. */
    public static void script(Path folder, int bits) throws IOException {
        script(folder, bits == 64 ? "0xffffffff81000000" : "0xd0200000", LOCORE0);
    }

    private static void script(Path folder, String base, String head) throws IOException {
        Files.writeString(
                folder.resolve("ld.script"), SCRIPT.replace("BASE", base).replace("LOCORE", head));
    }

    /** Reads a folder as a kit. */
    public static LoadedKit read(Path folder) throws EngineException {
        try (KitSource source = KitSource.ofFolder(folder, Progress.NONE)) {
            return LoadedKit.read(source, Progress.NONE);
        }
    }

    /** Makes a kit of the 2,000 objects in a static library, with what they need to be linked. */
    public static LoadedKit ofLibrary(Path folder, Path library, int bits)
            throws IOException, InterruptedException, EngineException {
        Files.createDirectories(folder);
        extract(folder, library);
        String stubs = "int main(void) { return 0; } void _start(void) {} void _init(void) {} void _fini(void) {}"
                + " long _DYNAMIC[4] = {1}; long __rela_iplt_start, __rela_iplt_end, __rel_iplt_start, __rel_iplt_end;";
        compile(folder, "swapgeneric.c", stubs, bits);
        head(folder, bits);
        script(folder, bits);
        return read(folder);
    }

    private static void extract(Path folder, Path library) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        try (InputStream in = Files.newInputStream(library)) {
            in.skipNBytes(8);
            byte[] longNames = {};
            for (byte[] header = in.readNBytes(60); header.length == 60; header = in.readNBytes(60)) {
                String name = new String(header, 0, 16, StandardCharsets.ISO_8859_1).trim();
                int size = Integer.parseInt(new String(header, 48, 10, StandardCharsets.ISO_8859_1).trim());
                byte[] body = in.readNBytes(size);
                in.skipNBytes(size & 1);
                if (name.equals("//")) {
                    longNames = body;
                } else if (!name.equals("/") && !name.equals("/SYM64/")) {
                    String member = member(name, longNames);
                    int times = seen.merge(member, 1, Integer::sum);
                    String unique = times == 1 ? member : member.replace(".o", "_" + times + ".o");
                    Files.write(folder.resolve(unique), body);
                }
            }
        }
    }

    private static String member(String name, byte[] longNames) {
        if (!name.startsWith("/")) {
            return name.replace("/", "");
        }
        int start = Integer.parseInt(name.substring(1));
        int end = start;
        while (longNames[end] != '/' && longNames[end] != '\n') {
            end++;
        }
        return new String(longNames, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Writes a gap for a kit, filled with int3; endboot lies after {@code text0} bytes. */
    public static ObjectFile gap(Path file, LoadedKit kit, int text0, int text1, int rodata, int data, int bss)
            throws IOException, EngineException {
        ElfWriter writer = new ElfWriter(kit.objects().getFirst().header());
        long code = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
        int text = writer.section(".text", Elf.SHT_PROGBITS, code, 4096, pad(text0 + text1));
        writer.section(".rodata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 16, pad(rodata));
        writer.section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 16, pad(data));
        writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 16, bss);
        writer.section(".note.GNU-stack", Elf.SHT_PROGBITS, 0, 1, new byte[0]);
        writer.symbol("endboot", text0, 0, Elf.STB_GLOBAL, Elf.STT_NOTYPE, text);
        Files.write(file, writer.toBytes());
        return ObjectFile.read("gap.o", file);
    }

    private static byte[] pad(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0xcc);
        return bytes;
    }
}
