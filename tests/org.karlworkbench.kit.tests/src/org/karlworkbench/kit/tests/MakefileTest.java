package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karlworkbench.kit.makefile.KitMakefile;
import org.karlworkbench.kit.makefile.Makefile;
import org.karlworkbench.kit.makefile.MakefileProblem;
import org.karlworkbench.kit.makefile.ShellWords;

class MakefileTest {
    private static final int ROUNDS = 300 * Integer.getInteger("karl.rounds", 1);

    private static Makefile parse(String text) {
        return Makefile.parse(text, Map.of());
    }

    private static boolean hasBad(Makefile makefile) {
        return makefile.problems().stream().anyMatch(problem -> problem.kind() == MakefileProblem.Kind.BAD);
    }

    @Test
    void assignsInAllWays() {
        Makefile makefile = parse("A=1\nB:=${A}x\nA=2\nA+= 3\nC?=c\nC?=d\nD!=touch /tmp/never\nE = $A ${B}$(C)\n");
        assertEquals("2 3 1xc", makefile.expand("E"));
        assertEquals("", makefile.expand("D"));
        assertEquals("$A ${B}$(C)", makefile.raw("E"));
        assertEquals(1, makefile.problems().size());
        assertEquals(MakefileProblem.Kind.NOTE, makefile.problems().getFirst().kind());
    }

    @Test
    void predefinedVariablesComeFirst() {
        Makefile makefile = Makefile.parse("M?=file\nN=${M}\n", Map.of("M", "given"));
        assertEquals("given", makefile.expand("N"));
    }

    @Test
    void joinsContinuationLinesAndTakesCommentsOff() {
        Makefile makefile = parse("A=\tone \\\n\t  two\\\n three # four \\\nfive\nB=a\\#b#c\r\nC=end\\");
        assertEquals("one  two three", makefile.expand("A"));
        assertEquals("a#b", makefile.expand("B"));
        assertEquals("end", makefile.expand("C"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${W:M*.c}|a.c b.c",
                "${W:N*.c}|c.o d/e.S",
                "${W:S/.c/.o/}|a.o b.o c.o d/e.S",
                "${W:S,^a,x,}|x.c b.c c.o d/e.S",
                "${W:S/c$/C/}|a.C b.C c.o d/e.S",
                "${W:S/c/x/g}|a.x b.x x.o d/e.S",
                "${W:.c=.o}|a.o b.o c.o d/e.S",
                "${W:%.c=%.s}|a.s b.s c.o d/e.S",
                "${W:R}|a b c d/e",
                "${W:E}|c c o S",
                "${W:T}|a.c b.c c.o e.S",
                "${W:H}|. . . d",
                "${W:M[ab].c:R}|a b",
                "${W:M[!a].?}|b.c c.o",
                "${W:U:M*.C}|A.C B.C",
                "${${V}:Md*}|d/e.S",
                "$${W}|${W}",
                "$@ $<|$@ $<",
                "${NONE}x|x",
                "${W:S/a:b/c/:Ma.c}|a.c",
                "${W:M${X}}|a.c",
            })
    void expands(String text, String expected) {
        assertEquals(expected, parse("W=a.c b.c c.o d/e.S\nV=W\nX=a.c\n").expandText(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${A:Mx}",
                "defined(A)",
                "!defined(B)",
                "empty(B)",
                "!empty(A)",
                "empty(A:Mz)",
                "${A} == \"x y\"",
                "${A} != x",
                "\"x y\" == ${A}",
                "${N} > 4 && ${N} <= 5",
                "(${A:Mx} && ${B}) || !(${A:Mz} || ${B})",
                "${N}",
                "1",
                "!0",
                "!!${N}",
                "${N} == 5.0",
                "A",
                "!exists(/etc/passwd)",
                "!make(x)",
                "${A:Mx} || ${A:Mz} && 0",
                "defined(A)&&!defined(B)",
            })
    void decidesThatItHolds(String condition) {
        Makefile makefile = parse("A=x y\nN=5\n.if " + condition + "\nR=yes\n.else\nR=no\n.endif\n");
        assertEquals("yes", makefile.expand("R"));
        assertEquals(List.of(), makefile.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "${A", "1 1", "== 2", "a ==", "nothing(A)", "defined(A", "1 &&", "\"x", "1 | 1"})
    void tellsOfAConditionThatMakesNoSense(String condition) {
        Makefile makefile = parse("\n.if " + condition + "\nR=yes\n.endif\n");
        assertEquals("", makefile.expand("R"));
        assertTrue(hasBad(makefile));
        assertEquals(2, makefile.problems().getFirst().line());
    }

    @Test
    void takesOneBranchOnly() {
        String text = """
            .ifdef A
            R=1
            . if 0
            R=2
            . elif 1
            S=3
            . elif 1
            S=4
            . else
            S=5
            . endif
            .elifdef B
            R=6
            .else
            R=7
            .endif
            .ifndef A || B
            T=no
            .endif
            """;
        Makefile makefile = parse("A=\n" + text);
        assertEquals("1", makefile.expand("R"));
        assertEquals("3", makefile.expand("S"));
        assertEquals("7", parse(text).expand("R"));
        assertEquals("6", parse("B=1\n" + text).expand("R"));
    }

    @Test
    void tellsOfConditionalsThatDoNotFit() {
        assertTrue(hasBad(parse(".endif\n")));
        assertTrue(hasBad(parse(".else\n")));
        assertTrue(hasBad(parse(".if 1\n")));
        assertTrue(hasBad(parse(".if 1\n.else\n.else\n.endif\n")));
        assertTrue(hasBad(parse(".for x in a b\n")));
        assertTrue(hasBad(parse(".endfor\n")));
    }

    @Test
    void repeatsLoops() {
        Makefile makefile = parse("L=a b\n.for x y in ${L} c d\nR+=${x}-$(y)\nV_${x}=${y:S/d/z/}\n.endfor\nR+=end\n");
        assertEquals("a-b c-d end", makefile.expand("R"));
        assertEquals("z", makefile.expand("V_c"));
        assertEquals(List.of(), makefile.problems());
    }

    @Test
    void keepsRulesWithTheirRecipes() {
        Makefile makefile = parse("T=bsd\n${T} new${T}: ${X:S/:/;/} y ; first\n"
                + ".if 1\n\tsecond # kept\n.endif\n\n\tthird \\\n\t  goes on\nother:: a\n.c.o:\n\tcc\n");
        assertEquals(3, makefile.rules().size());
        assertEquals(
                List.of("first", "second # kept", "third  goes on"),
                makefile.rule("newbsd").orElseThrow().recipe());
        assertEquals(2, makefile.rule("bsd").orElseThrow().line());
        assertEquals(List.of("a"), makefile.rule("other").orElseThrow().prerequisites());
        assertEquals(List.of("cc"), makefile.rule(".c.o").orElseThrow().recipe());
        assertTrue(makefile.rule("none").isEmpty());
        assertEquals(List.of(), makefile.problems());
    }

    @Test
    void includesAreNotFollowed() {
        Makefile makefile = parse(".include <bsd.own.mk>\n-include \"/etc/passwd\"\n.sinclude \"x\"\n");
        assertEquals(3, makefile.problems().size());
        assertTrue(makefile.problems().stream().allMatch(p -> p.kind() == MakefileProblem.Kind.NOTE));
    }

    @Test
    void circularAndDeepReferencesEnd() {
        Makefile circle = parse("A=${B}\nB=x${A}y\n");
        assertEquals("xy", circle.expand("A"));
        assertTrue(hasBad(circle));
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            deep.append("V").append(i).append("=${V").append(i + 1).append("}\n");
        }
        Makefile chain = parse(deep.toString());
        assertEquals("", chain.expand("V0"));
        assertTrue(hasBad(chain));
        Makefile nested = parse("X=" + "${".repeat(100_000) + "\n");
        nested.expand("X");
        assertTrue(hasBad(nested));
    }

    @Test
    void aBombOfReferencesEndsSoon() {
        StringBuilder text = new StringBuilder("V0=bang bang bang bang\nE0=\n");
        for (int i = 1; i < 45; i++) {
            text.append("V%d=${V%d}${V%d}\nE%d=${E%d}${E%d}\n".formatted(i, i - 1, i - 1, i, i - 1, i - 1));
        }
        text.append("OBJS=${V44}\nIDENT=${E44}\n");
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Makefile makefile = parse(text.toString());
            KitMakefile.of(makefile);
            assertTrue(hasBad(makefile));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "a\n",
                "a=\n",
                "a+=b\n",
                "a:\n",
                "\ta\n",
                ".if 1\n",
                ".for i in a\n",
                ".endif\n",
                "\\\n",
                "${",
                "$(",
                ".if ((((((",
                "!",
                "#\\\n",
                "A=${A:S/a/b/}\n",
                "X+=${Y:M*a*a*a*a*b}\n.if ${X}\n.endif\n",
                ".if !!!!!!!!\n",
                "`",
                "\"",
                "'",
                "A:=${A}aaaaaaaa\n",
                ".for x in 1 2 3 4 5 6 7 8\n.endfor\n",
                "echo > lorder;",
                "a=$\n",
                "arch/x/",
                "# config A\n",
                "|",
                ".else\n",
            })
    void repeatedNonsenseTakesLinearTime(String piece) {
        String text = piece.repeat((1 << 17) / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            KitMakefile.of(parse(text));
            KitMakefile.of(parse("OBJS=" + text));
            KitMakefile.of(parse("SYSTEM_LD=" + text));
        });
    }

    @Test
    void globsTakeBoundedTime() {
        String text = "A=" + "a".repeat(1 << 18) + "\nB=${A:M" + "*a".repeat(400) + "b}\n"
                + ".if ${B}\n.endif\n".repeat(1000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> parse(text));
    }

    @Test
    void damagedMakefilesAreRead() {
        Random random = new Random(20250621);
        String[] sources = {
            SampleMakefiles.RECENT, SampleMakefiles.RAMDISK, SampleMakefiles.OLD, SampleMakefiles.FIXED,
        };
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(sources[random.nextInt(sources.length)]);
            for (int i = random.nextInt(12); i >= 0; i--) {
                damage(text, random);
            }
            KitMakefile makefile = KitMakefile.of(parse(text.toString()));
            assertTrue(makefile.problems().size() < 300);
        }
    }

    private static void damage(StringBuilder text, Random random) {
        String signs = "${}()=:+?!\\\n\t #.\"'`|;><&@/*[]-^%\0\u00e9";
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
            case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
            case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(40)));
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
        }
    }

    @Test
    void splitsWordsAsAShellDoes() {
        assertEquals(
                List.of("a", "b c", "d\"e", "f g", "", "`cat lorder`", "$(echo (x) y)z", "i j"),
                ShellWords.split(" a 'b c' \"d\\\"e\" f\\ g '' `cat lorder` $(echo (x) y)z i\" \"j "));
        assertEquals(List.of("open end "), ShellWords.split("'open end "));
        assertEquals(List.of(), ShellWords.split(" \t\n"));
    }

    @Test
    void aNulCharacterMakesItNoText() {
        Makefile makefile = parse("A=1\nB=\0\n");
        assertTrue(hasBad(makefile));
        assertEquals(2, makefile.problems().getFirst().line());
    }
}
