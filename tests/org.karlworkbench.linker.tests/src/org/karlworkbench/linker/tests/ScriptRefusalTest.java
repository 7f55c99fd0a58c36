package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.ScriptParser;

/** What is refused in a script, and what is no script. */
class ScriptRefusalTest {
    private static final String REFUSED = "the built-in linker does not know ";

    private static EngineException fails(String text) {
        return assertThrows(EngineException.class, () -> ScriptParser.parse("ld.script", text), text);
    }

    private static void told(EngineException e, String code, int line, String problem) {
        assertEquals(code, e.code(), e.line());
        assertEquals("ld.script", e.file());
        assertEquals("line " + line, e.place(), e.line());
        assertEquals(problem, e.getMessage());
    }

    private static void refused(String text, int line, String what) {
        EngineException e = fails(text);
        told(e, "script-refused", line, REFUSED + what);
        assertEquals("link it with lld or ld", e.cure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEARCH_DIR(/lib)",
                "INPUT(a.o)",
                "GROUP(a.o)",
                "INCLUDE other.script",
                "OUTPUT(kernel)",
                "STARTUP(a.o)",
                "TARGET(elf32-i386)",
                "EXTERN(symbol)",
                "VERSION { V1 { global: a; }; }",
                "INSERT AFTER .text",
                "REGION_ALIAS(a, b)",
                "NOCROSSREFS(.text .data)",
                "NOCROSSREFS_TO(.text .data)",
                "FORCE_COMMON_ALLOCATION",
                "SACTIONS { }"
            })
    void commands(String command) {
        String word = command.replaceFirst("[^A-Z_].*", "");
        refused("ENTRY(start)\n\n" + command + "\n", 3, word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OVERLAY 0x1000 : { .a { *(.a) } }",
                "OVERLAY : { .a { *(.a) } }",
                "INCLUDE other.script",
                "GROUP : BIND(3) { }",
                "INSERT AFTER .text;",
                "REGION_ALIAS(a, b)"
            })
    void inSections(String command) {
        String word = command.replaceFirst("[^A-Z_].*", "");
        refused("SECTIONS\n{\n\t. = 0x1000;\n\t" + command + "\n}\n", 4, word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        .t (COPY) : { *(.t) }             ~ COPY
        .t 0x1000 (INFO) : { *(.t) }      ~ INFO
        .t ( OVERLAY ) : { *(.t) }        ~ OVERLAY
        .t (DSECT) : { *(.t) }            ~ DSECT
        .t (READONLY) : { *(.t) }         ~ READONLY
        .t (TYPE = 7) : { *(.t) }         ~ TYPE
        .t : ALIGN_WITH_INPUT { *(.t) }   ~ ALIGN_WITH_INPUT
        .t : ONLY_IF_RO { *(.t) }         ~ ONLY_IF_RO
        .t : ONLY_IF_RW { *(.t) }         ~ ONLY_IF_RW
        .t : { *(.t) } =0x90 + 1          ~ a fill that is not one number
        .t : { *(.t) } =symbol            ~ a fill that is not one number
        .t : { FILL(1 + 1) *(.t) }        ~ a fill that is not one number
        """)
    void sections(String section, String what) {
        refused("SECTIONS\n{\n" + section + "\n}", 3, what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        foo.o                                  ~ foo.o without sections in parentheses
        *                                      ~ * without sections in parentheses
        CREATE_OBJECT_SYMBOLS                  ~ CREATE_OBJECT_SYMBOLS
        ASCIZ "x"                              ~ ASCIZ
        LINKER_VERSION                         ~ LINKER_VERSION
        INCLUDE other.script                   ~ INCLUDE
        INPUT_SECTION_FLAGS(SHF_WRITE) *(.t)   ~ INPUT_SECTION_FLAGS
        KEEP(INPUT_SECTION_FLAGS(A) *(.t))     ~ INPUT_SECTION_FLAGS
        SORT(*)(.t)                            ~ SORT of files
        SORT_BY_NAME(*.o)(.t)                  ~ SORT_BY_NAME of files
        SORT_BY_ALIGNMENT(*)(.t)               ~ SORT_BY_ALIGNMENT
        *(REVERSE(.t))                         ~ REVERSE
        *(SORT_BY_INIT_PRIORITY(SORT(.t)))     ~ SORT in another SORT
        *(SORT(SORT_NONE(.t)))                 ~ SORT_NONE in another SORT
        *(SORT(SORT_BY_ALIGNMENT(SORT(.t))))   ~ SORT in another SORT
        lib.a:foo.o(.t)                        ~ files in archives as in lib.a:foo.o
        *(EXCLUDE_FILE(lib.a:*) .t)            ~ files in archives as in lib.a:*
        *(".t*")                               ~ wildcards in quotes as in .t*
        "*.o"(.t)                              ~ wildcards in quotes as in *.o
        """)
    void inASection(String statement, String what) {
        refused("SECTIONS {\n.t : {\n\n" + statement + " } }", 4, what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        DATA_SEGMENT_ALIGN(1, 2)       ~ DATA_SEGMENT_ALIGN
        DATA_SEGMENT_RELRO_END(0, .)   ~ DATA_SEGMENT_RELRO_END
        DATA_SEGMENT_END(.)            ~ DATA_SEGMENT_END
        1 + NEXT(0x1000)               ~ NEXT
        LOG2CEIL(5)                    ~ LOG2CEIL
        ASSERT(1, "x")                 ~ ASSERT
        unheard_of(1)                  ~ unheard_of
        CONSTANT(PAGESIZE)             ~ the constant PAGESIZE
        10h                            ~ the number 10h
        1b                             ~ the number 1b
        $10                            ~ $10, a number for some linkers, without quotes
        add                            ~ add, a number for some linkers, without quotes
        """)
    void inExpressions(String expression, String what) {
        refused("a = 1;\nb = " + expression + ";", 2, what);
        refused("SECTIONS {\n. = " + expression + "; }", 2, what);
    }

    @Test
    void headersRegionsAndDot() {
        refused("PHDRS {\ntext PT_ODD; }", 2, "PT_ODD");
        refused("PHDRS {\ntext PT_LOAD ODD; }", 2, "ODD");
        refused("PHDRS {\ntext 1 + 1; }", 2, "a program header's type that is not one number of 32 bits");
        refused("PHDRS {\ntext 0x100000000; }", 2, "a program header's type that is not one number of 32 bits");
        refused("MEMORY {\nram (rwx) : ORIGIN = 0, LENGTH = 1 }", 2, "the attributes of region ram");
        refused("MEMORY {\nINCLUDE other }", 2, "INCLUDE");
        refused("\n. = 0x1000;", 2, ". outside SECTIONS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        x = ;                        ~ expected a number, a symbol or a parenthesis, found ;
        x = = 1;                     ~ expected a number, a symbol or a parenthesis, found =
        x = 1                        ~ expected ;, found the end of the script
        x = (1;                      ~ expected ), found ;
        x = 1 ? 2;                   ~ expected :, found ;
        x = ALIGN 4;                 ~ expected (, found 4
        x = MAX(1);                  ~ expected ,, found )
        x = ALIGN(1, 2, 3);          ~ expected ), found ,
        x = BLOCK(1, 2);             ~ expected ), found ,
        x = 08;                      ~ 08 is no number
        x = 0x;                      ~ 0x is no number
        x = 12xy;                    ~ 12xy is no number
        x = 0x10000000000000000;     ~ 0x10000000000000000 does not fit in 64 bits
        x = 0x8000000000000000K;     ~ 0x8000000000000000K does not fit in 64 bits
        } ~ expected a command, found }
        PROVIDE(x += 1);             ~ expected =, found +
        PROVIDE(. = 1);              ~ expected a symbol, found .
        ENTRY start                  ~ expected (, found start
        ENTRY(a b)                   ~ expected ), found b
        OUTPUT_FORMAT(a, b)          ~ expected ,, found )
        ASSERT(1)                    ~ expected ,, found )
        ASSERT(1, "x                 ~ the quotes do not end in their line
        x = 1; /* never ends         ~ the comment does not end
        PHDRS { t PT_LOAD            ~ expected ;, found the end of the script
        MEMORY { ram : LENGTH = 1 }  ~ expected ORIGIN, found LENGTH
        """)
    void mistakes(String text, String problem) {
        told(fails(text), "bad-script", 1, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        .t { *(.t) }                      ~ expected a number, a symbol or a parenthesis, found {
        .t : *(.t)                        ~ expected {, found *
        .t : ALIGN(4) AT(0) { }           ~ expected {, found AT
        .t : { *() }                      ~ expected a section, found )
        .t : { *(.t }                     ~ expected a section, found }
        .t : { KEEP *(.t) }               ~ expected (, found *
        .t : { *(.t) x = 1 }              ~ expected ;, found }
        .t : { *x = 1; }                  ~ expected a symbol, found *x
        .t : { *(SORT(.t)                 ~ expected a section, found the end of the script
        .t : { BYTE 1 }                   ~ expected (, found 1
        .t : { *(SORT(.t .u)) }           ~ expected ), found .u
        .t : { "" (.t) }                  ~ expected a pattern, found ""
        .t : { *(.t)                      ~ expected a statement or }, found the end of the script
        .t : { *(.t) } AT ram             ~ expected >, found ram
        .t : { *(.t) } :                  ~ expected a program header, found the end of the script
        "" : { *(.t) }                    ~ expected a section's name, found ""
        """)
    void mistakesInSections(String section, String problem) {
        told(fails("\nSECTIONS {\n" + section), "bad-script", 3, problem);
    }

    @Test
    void aCommentThatDoesNotEndIsToldByItsBeginning() {
        told(fails("a = 1;\n/* one */ /* two\n\n\n"), "bad-script", 2, "the comment does not end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "-", "!", "1 + ", "1 ? ", "1 ? 2 : ", "ALIGN(", "MAX(1, ", "1 ? (", "~(", "1 << (2 + "})
    void deepExpressions(String deeper) {
        String text = "\nx = " + deeper.repeat(100_000) + "1;";
        EngineException e = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fails(text));
        told(e, "bad-script", 2, "an expression is nested more than 200 deep");
        assertTrue(e.line().length() < 200, e.line());
    }

    @Test
    void wideExpressionsAreNoDeepOnes() throws EngineException {
        ScriptParser.parse("ld.script", "x = 1;\n".repeat(100_000));
        ScriptParser.parse("ld.script", "x = " + "1 + ".repeat(150) + "1;");
        ScriptParser.parse("ld.script", "x = " + "(".repeat(90) + "1" + ")".repeat(90) + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SORT(", "EXCLUDE_FILE(", "KEEP(", "*(", "{", "\"", "/*", "/* */", " ", "\n", ":", ";", "a(", "$"
            })
    void longRowsOfAnything(String word) {
        String start = "SECTIONS { .t : { *(";
        for (String text : new String[] {"", start, start + ".t", "SECTIONS { .t ", "x = ", "x = a ("}) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                try {
                    ScriptParser.parse("ld.script", text + word.repeat(100_000));
                } catch (EngineException e) {
                    assertTrue(e.line().length() < 400, e.line());
                }
            });
        }
    }

    @Test
    void noText() {
        EngineException e = fails("ENTRY(start)\n\0");
        assertEquals("it is no text", e.getMessage());
        assertEquals("bad-script", fails(" ".repeat((4 << 20) + 1)).code());
    }
}
