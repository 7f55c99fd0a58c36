package org.karlworkbench.kit.tests;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.ElfWriter;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.kit.KitSource;
import org.karlworkbench.kit.LoadedKit;

/** A kit of small real objects in a folder, for tests to bend. */
final class TestKit {
    static final List<String> BODY = List.of("a.o", "b.o", "c.o", "d.o", "e.o", "f.o", "g.o", "h.o", "i.o", "j.o");

    private final Path folder;

    TestKit(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** A whole kit without complaints: a head, ten objects, a tail, a Makefile and a script. */
    static TestKit whole(Path folder) throws IOException {
        TestKit kit = new TestKit(folder);
        kit.object("locore0.o");
        for (String name : BODY) {
            kit.object(name);
        }
        for (String name : List.of("param.o", "ioconf.o", "vers.o", "swapgeneric.o", "gap.o", "gapdummy.o")) {
            kit.object(name);
        }
        kit.file("ld.script", "SECTIONS { .text : { *(.text) } }\n");
        kit.makefile("-T ld.script -X --warn-common -nopie");
        return kit;
    }

    Path folder() {
        return folder;
    }

    void makefile(String flags) throws IOException {
        file("Makefile", """
                # Machine generated
                MACHINE=\tamd64
                IDENT=\t-DDIAGNOSTIC
                OBJS=\ta.o b.o c.o d.o e.o \\
                \tf.o g.o h.o i.o j.o
                SYSTEM_HEAD=\tlocore0.o gap.o
                SORTR=\tsort -R
                .if ${IDENT:M-DSMALL_KERNEL}
                SORTR=\tcat
                .endif
                LINKFLAGS=\t%s
                SYSTEM_LD=\t@umask 007; echo ${OBJS} param.o ioconf.o vers.o | tr " " "\\n" | ${SORTR} > lorder; \\
                \t${LD} ${LINKFLAGS} -o $@ ${SYSTEM_HEAD} `cat lorder`
                MAKE_GAP = LD="${LD}" sh makegap.sh 0xcccccccc gapdummy.o
                bsd:\t${SYSTEM_HEAD} ${OBJS} swapgeneric.o
                \t${SYSTEM_LD} swapgeneric.o
                """.formatted(flags));
    }

    void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** An amd64 object with one function that bears its name. */
    void object(String name) throws IOException {
        object(name, Elf.EM_X86_64, true, ByteOrder.LITTLE_ENDIAN);
    }

    void object(String name, int machine, boolean is64, ByteOrder order) throws IOException {
        ElfWriter writer = new ElfWriter(ElfHeader.relocatable(is64, order, machine, 0));
        byte[] code = name.getBytes(StandardCharsets.UTF_8);
        int text = writer.section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 16, code);
        writer.section(".comment", Elf.SHT_PROGBITS, 0, 1, new byte[] {1});
        writer.nobits(".bss", Elf.SHF_ALLOC | Elf.SHF_WRITE, 8, 24);
        writer.symbol("f_" + name, 0, code.length, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        writer.symbol("alias_" + name, 0, code.length, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        object(name, writer);
    }

    void object(String name, ElfWriter writer) throws IOException {
        Files.write(folder.resolve(name), writer.toBytes());
    }

    /** An amd64 object with a function that calls another; null for none. */
    void function(String object, String name, String called) throws IOException {
        ElfWriter writer = new ElfWriter(true, ByteOrder.LITTLE_ENDIAN, Elf.EM_X86_64, 0);
        long code = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
        int text = writer.section(".text", Elf.SHT_PROGBITS, code, 16, new byte[16]);
        writer.symbol(name, 0, 16, Elf.STB_GLOBAL, Elf.STT_FUNC, text);
        if (called != null) {
            writer.relocation(text, 4, writer.undefined(called), 4, -4);
        }
        object(object, writer);
    }

    LoadedKit load() throws EngineException {
        return load(folder);
    }

    static LoadedKit load(Path kit) throws EngineException {
        try (KitSource source = KitSource.open(kit, null, Progress.NONE)) {
            return LoadedKit.read(source, Progress.NONE);
        }
    }
}
