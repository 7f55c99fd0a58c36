package org.karlworkbench.linker.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.OutputSection;
import org.karlworkbench.linker.script.Script;
import org.karlworkbench.linker.script.ScriptParser;
import org.karlworkbench.linker.script.SectionsCommand;

/** Scripts for tests: those of the repository, and some in the manner of kernels. */
final class Scripts {
    private static final Path SAMPLES =
            Path.of(System.getProperty("org.karlworkbench.root", "../..")).resolve("bundles/org.karlworkbench.samples");

    /** As for amd64: the head by name, text that is loaded elsewhere, headers in the first page, cookies. */
    static final String AMD64 = """
        OUTPUT_FORMAT("elf64-x86-64", "elf64-x86-64", "elf64-x86-64")
        OUTPUT_ARCH(i386:x86-64)
        ENTRY(start)
        PHDRS
        {
            text PT_LOAD FILEHDR PHDRS;
            rodata PT_LOAD FLAGS (4);
            data PT_LOAD;
            bss PT_LOAD;
            openbsd_randomize PT_OPENBSD_RANDOMIZE;
        }
        __ALIGN_SIZE = 0x1000;
        __kernel_base = 0xffffffff80000000;
        __kernel_text = __kernel_base + 0x1000000 + SIZEOF_HEADERS;
        SECTIONS
        {
            .text (__kernel_text) : AT (0x1000000 + SIZEOF_HEADERS)
            {
                locore0.o(.text)
                *(.text .text.*)
                . = ALIGN(__ALIGN_SIZE);
                *(.ktext.page)
            } :text =0xcccccccc
            PROVIDE (etext = .);
            PROVIDE_HIDDEN(_etext = .);
            .rodata : { *(.rodata .rodata.* .rodata.cst[0-9]*) *(.nofault, .codepatch) } :rodata =0xcccccccc
            .openbsd.randomdata : AT (LOADADDR(.rodata) + (ADDR(.openbsd.randomdata) - ADDR(.rodata)))
            { *(.openbsd.randomdata .openbsd.randomdata.*) } :rodata :openbsd_randomize
            . = ALIGN(__ALIGN_SIZE);
            .data : { *(.data) } :data
            .bss : { *(.bss .bss.*) *(COMMON) . = ALIGN(__ALIGN_SIZE); } :bss
            PROVIDE(end = .);
            _end = (. + 0x200000 - 1) & ~(0x200000 - 1);
            /DISCARD/ : { *(.eh_frame) *(.note.GNU-stack) }
        }
        """;

    /** As for 64-bit MIPS: one segment, sections for small data, symbols in the midst. */
    static final String MIPS = """
        OUTPUT_FORMAT("elf64-tradlittlemips", "elf64-tradbigmips",
                      "elf64-tradlittlemips")
        OUTPUT_ARCH(mips)
        ENTRY(start);
        _DYNAMIC_LINK = 0;
        PHDRS { text PT_LOAD FLAGS(7); random 0x65a3dbe6 FLAGS(4); note PT_NULL; }
        SECTIONS
        {
          .text : { _ftext = .; *(.text*) *(.gnu.warning) } :text =0
          _etext = .;
          . = ALIGN(16);
          .reginfo : { *(.reginfo) } :NONE
          .data : { _fdata = . ; *(.data) CONSTRUCTORS }:text
          .lit8 : { *(.lit8) }
          _gp = ALIGN(16) + 0x7ff0;
          .got : { *(.got.plt) *(.got) }
          .sdata : { *(.sdata) KEEP(*(.sdata.keep)) }
          . = ALIGN(4); _edata = .;
          .sbss (NOLOAD) : { *(.sbss) *(.scommon) }
          .bss : { *(.dynbss) *(EXCLUDE_FILE(*crt0.o ioconf.o) .bss) *(COMMON) }
          ASSERT(. < 0xffffffff90000000, "too large")
        }
        """;

    /** As for sparc64: data on a large page of its own, tables of words. */
    static final String SPARC = """
        ENTRY(start) SECTIONS {
        . = 0x1000000;
        .text : { locore.o(.text) *(SORT_BY_ALIGNMENT(.text)) . = ALIGN(8 * 1K); }
        .rodata : SUBALIGN(8) { LONG(0x01020304) BYTE(. & 1) SHORT(2); QUAD(3); SQUAD(-1) FILL(0x91d02001); . += 0x10; }
        .data 0x1c00000 : AT(0x1c00000) { PROVIDE(sdata = .); *(.data) } = 0xfeed
        .bss ALIGN(0x40) (NOLOAD) : { a-b.o(.bss) sub/c.o(.b-ss "quoted name") "a b.o"(.bss) }
        }
        """;

    /** With regions. */
    static final String REGIONS = """
        MEMORY { ram : ORIGIN = 0x8c000000 + 0x2000, LENGTH = 16M; rom : org = 4K len = 2 * 1K, low : o = 0, l = 7 }
        SECTIONS {
            .text : { *(.text) } >ram AT>rom
            .data : { *(.data) } > ram AT > rom :text =0x00
            end = ORIGIN(ram) + LENGTH ( ram );
        }
        """;

    private Scripts() {}

    static String sample(String name) throws Exception {
        return Files.readString(SAMPLES.resolve(name));
    }

    static Script parse(String text) throws EngineException {
        return ScriptParser.parse("ld.script", text);
    }

    /** The first command of a kind. */
    static <T> T first(List<?> list, Class<T> kind) {
        return list.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<SectionsCommand> sections(String text) throws EngineException {
        return first(parse(text).commands(), Command.Sections.class).commands();
    }

    static OutputSection section(String text, String name) throws EngineException {
        return sections(text).stream()
                .filter(OutputSection.class::isInstance)
                .map(OutputSection.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is read from the words within the braces of an output section. */
    static List<Content> contents(String text) throws EngineException {
        return section("SECTIONS { .t : { " + text + " } }", ".t").contents();
    }

    /** Input sections as they are read from a line. */
    static Content.Input input(String file, int line, String... sections) {
        return new Content.Input(file, List.of(), patterns(sections), false, line);
    }

    /** Patterns without anything besides their names. */
    static List<Content.Pattern> patterns(String... names) {
        return List.of(names).stream()
                .map(name -> new Content.Pattern(name, List.of(), List.of()))
                .toList();
    }

    /** The first assignment to a name. */
    static Assignment assignment(List<?> list, String name) {
        return list.stream()
                .filter(Assignment.class::isInstance)
                .map(Assignment.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
