package org.karlworkbench.linker.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Assertion;
import org.karlworkbench.linker.script.Assignment;
import org.karlworkbench.linker.script.Assignment.Visibility;
import org.karlworkbench.linker.script.Command;
import org.karlworkbench.linker.script.Content;
import org.karlworkbench.linker.script.Fill;

/** What is read from scripts, statement by statement. */
class ScriptParserTest {
    @Test
    void anEmptyScriptSaysNothing() throws EngineException {
        assertEquals(List.of(), Scripts.parse("").commands());
        assertEquals(List.of(), Scripts.parse(" ;/* nothing */;\n").commands());
        assertEquals("ld.script", Scripts.parse("").name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        a*b                        # (a * b)
        a-b                        # (a - b)
        a/b/*c*/-.                 # ((a / b) - .)
        "a-b" - .text.x            # (a-b - .text.x)
        -a + ~b                    # ((-a) + (~b))
        +a                         # a
        a ? b : c ? d : e          # (a ? b : (c ? d : e))
        a || b && c | d ^ e & f    # (a || (b && (c | (d ^ (e & f)))))
        a == b < c << d + e * f    # (a == (b < (c << (d + (e * f)))))
        a!=b                       # (a != b)
        !a                         # (!a)
        a>=b                       # (a >= b)
        ALIGN(., 1K)               # ALIGN(., 1024)
        ALIGN (16)                 # ALIGN(16)
        BLOCK(16)                  # BLOCK(16)
        ABSOLUTE(.) - 1            # (ABSOLUTE(.) - 1)
        SIZEOF(.note.GNU-stack)    # SIZEOF(.note.GNU-stack)
        ALIGNOF(".a b")            # ALIGNOF(.a b)
        DEFINED(start) ? start : 0 # (DEFINED(start) ? start : 0)
        CONSTANT (MAXPAGESIZE)     # CONSTANT(MAXPAGESIZE)
        sizeof_headers             # SIZEOF_HEADERS
        SEGMENT_START("text-segment", 0x10) + 1 # (16 + 1)
        0xffffffffffffffff         # 18446744073709551615
        """)
    void expressions(String text, String shown) throws EngineException {
        Assignment assignment =
                (Assignment) Scripts.parse("x = " + text + ";").commands().getFirst();
        assertEquals(shown, Shown.of(assignment.value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        x = 1;                 ~ x   ~ 1         ~ PLAIN
        x=1;                   ~ x   ~ 1         ~ PLAIN
        x+=y*2;                ~ x   ~ (x + (y * 2)) ~ PLAIN
        x -= 1, ;              ~ x   ~ (x - 1)   ~ PLAIN
        x *= 1 + 2;            ~ x   ~ (x * (1 + 2)) ~ PLAIN
        x /= 2;                ~ x   ~ (x / 2)   ~ PLAIN
        x <<= 2;               ~ x   ~ (x << 2)  ~ PLAIN
        x >>= 2;               ~ x   ~ (x >> 2)  ~ PLAIN
        x &= 2;                ~ x   ~ (x & 2)   ~ PLAIN
        x |= 2;                ~ x   ~ (x | 2)   ~ PLAIN
        .=ALIGN(8);            ~ .   ~ ALIGN(8)  ~ PLAIN
        . += 4;                ~ .   ~ (. + 4)   ~ PLAIN
        "x y" = 1;             ~ x y ~ 1         ~ PLAIN
        "PROVIDE" = 1;         ~ PROVIDE ~ 1     ~ PLAIN
        HIDDEN(x = 1)          ~ x   ~ 1         ~ HIDDEN
        PROVIDE ( x = 1 ) ;    ~ x   ~ 1         ~ PROVIDED
        PROVIDE_HIDDEN(x = 1); ~ x   ~ 1         ~ PROVIDED_HIDDEN
        """)
    void assignments(String text, String name, String value, Visibility visibility) throws EngineException {
        for (List<?> read : List.of(Scripts.contents("\n" + text), Scripts.sections("SECTIONS {\n" + text + " }"))) {
            Assignment assignment = (Assignment) read.getFirst();
            assertEquals(1, read.size());
            assertEquals(name, assignment.name());
            assertEquals(value, Shown.of(assignment.value()));
            assertEquals(visibility, assignment.visibility());
            assertEquals(2, assignment.line());
        }
        if (!name.equals(".")) {
            assertEquals(
                    value, Shown.of(((Assignment) Scripts.parse(text).commands().getFirst()).value()));
        }
    }

    @Test
    void assertions() throws EngineException {
        String text = "ASSERT(x == 1, \"it's {1};\")";
        for (List<?> read : List.of(
                Scripts.contents("\n" + text),
                Scripts.sections("SECTIONS {\n" + text + " }"),
                Scripts.parse("\n" + text + ";").commands())) {
            Assertion assertion = (Assertion) read.getFirst();
            assertEquals("(x == 1) it's {1};", Shown.of(assertion.expression()) + " " + assertion.message());
            assertEquals(2, assertion.line());
        }
    }

    @Test
    void entryInSections() throws EngineException {
        List<Command> commands =
                Scripts.parse("SECTIONS {\nENTRY(start) .t : { *(.t) } }").commands();
        assertEquals(new Command.Entry("start", 2), commands.getFirst());
        assertEquals(
                1, Scripts.first(commands, Command.Sections.class).commands().size());
    }

    @Test
    void nothingIsSaidByConstructorsAndSeparators() throws EngineException {
        assertEquals(List.of(), Scripts.contents(";; CONSTRUCTORS SORT(CONSTRUCTORS); SORT_BY_NAME (CONSTRUCTORS)"));
        assertEquals(1, Scripts.sections("SECTIONS { ;, .t : { }, ; }").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        *(SORT(.t))                             # .t [] [NAME]
        *(SORT_BY_NAME(.t))                     # .t [] [NAME]
        *(SORT_BY_ALIGNMENT(.t))                # .t [] [ALIGNMENT]
        *(SORT_BY_INIT_PRIORITY(.t.*))          # .t.* [] [PRIORITY]
        *(SORT_NONE(.t))                        # .t [] [NONE]
        *(SORT(SORT_BY_ALIGNMENT(.t)))          # .t [] [NAME, ALIGNMENT]
        *(SORT_BY_ALIGNMENT(SORT(.t)))          # .t [] [ALIGNMENT, NAME]
        *(SORT(SORT_BY_NAME(.t)))               # .t [] [NAME]
        *(SORT(EXCLUDE_FILE(a.o) .t))           # .t [a.o] [NAME]
        *(EXCLUDE_FILE(a.o, *b.o) SORT(.t))     # .t [a.o, *b.o] [NAME]
        *( EXCLUDE_FILE (a.o *b.o) .t )         # .t [a.o, *b.o] []
        *([A-Z]?[!x^y].*-+~$@%)                 # [A-Z]?[!x^y].*-+~$@% [] []
        *(.t/*.o)                               # .t/*.o [] []
        """)
    void sectionPatterns(String text, String shown) throws EngineException {
        Content.Input input = (Content.Input) Scripts.contents(text).getFirst();
        Content.Pattern pattern = input.sections().getFirst();
        assertEquals(shown, pattern.name() + " " + pattern.excluded() + " " + pattern.sort());
    }

    /** It holds for one pattern inside the parentheses, and for all of them outside. */
    @Test
    void excludedFiles() throws EngineException {
        Content.Input inside =
                (Content.Input) Scripts.contents("*(EXCLUDE_FILE(a.o) .t .u)").getFirst();
        assertEquals(List.of("a.o"), inside.sections().get(0).excluded());
        assertEquals(List.of(), inside.sections().get(1).excluded());
        Content.Input outside = (Content.Input)
                Scripts.contents("KEEP(EXCLUDE_FILE(a.o b.o) *.o(.t .u))").getFirst();
        assertEquals(new Content.Input("*.o", List.of("a.o", "b.o"), Scripts.patterns(".t", ".u"), true, 1), outside);
    }

    @ParameterizedTest
    @CsvSource({
        "0x90,90",
        "0x90909090,90909090",
        "0xcccccccc,cccccccc",
        "0xAB,ab",
        "0x0090,0090",
        "0x123,0123",
        "0x0102030405060708090a,0102030405060708090a",
        "0,00000000",
        "144,00000090",
        "010,00000008",
        "(0x90),00000090",
        "0x1K,00000400",
        "0x1234567890M,89000000",
        "+0x90,00000090"
    })
    void fills(String text, String bytes) throws EngineException {
        Fill fill = new Fill(bytes);
        assertEquals(List.of(new Content.Filling(fill, 1)), Scripts.contents("FILL(" + text + ")"));
        // a name that begins like a division comes next
        String script = "SECTIONS { .t : { } =" + text + " /DISCARD/ : { *(.u) } }";
        assertEquals(fill, Scripts.section(script, ".t").fill());
        assertTrue(Scripts.section(script, "/DISCARD/").isDiscard());
        assertEquals(bytes.length() / 2, fill.pattern().length);
    }

    @Test
    void commentsAndLines() throws EngineException {
        String text =
                "/* a\n b */ x /* c */ = /* d\n */ 1 /**/ ;\r\n\f y = 2; SECTIONS { .t/* */: /* } */ { /* ( */ *(.a) } }";
        List<Command> commands = Scripts.parse(text).commands();
        assertEquals(2, Scripts.assignment(commands, "x").line());
        assertEquals(4, Scripts.assignment(commands, "y").line());
        assertEquals(
                List.of(Scripts.input("*", 4, ".a")),
                Scripts.section(text, ".t").contents());
    }
}
