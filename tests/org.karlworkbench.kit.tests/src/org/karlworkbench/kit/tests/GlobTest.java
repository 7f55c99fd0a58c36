package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karlworkbench.kit.Glob;

/** Patterns for names. */
class GlobTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        .text        ~ .text               ~ .text. .tex text .textt
        .text.*      ~ .text. .text.a .text.a.b ~ .text .textx
        *            ~ a .text a/b.o       ~
        *.o          ~ a.o .o a/b.o        ~ a.oo a.c o
        a*c          ~ ac abc abcc a/c     ~ a c abcd
        *a*b*        ~ ab xaxbx aab        ~ ba b a
        a**          ~ a ab                ~ b
        ???          ~ abc a.o             ~ ab abcd
        .rodata.cst? ~ .rodata.cst8        ~ .rodata.cst .rodata.cst16
        [a-c]x       ~ ax bx cx            ~ dx x a-x [a-c]x
        [!a-c]x      ~ dx -x               ~ ax bx x
        [^a]x        ~ bx                  ~ ax
        [abz-]       ~ a b z -             ~ c y
        [-a]         ~ - a                 ~ b
        []a]         ~ ] a                 ~ b []a]
        [!]a]        ~ b [                 ~ ] a
        [a           ~ [a                  ~ a [
        a[]          ~ a[]                 ~ a a[
        *[0-9].o     ~ 1.o a9.o            ~ a.o 1o
        a\\*b        ~ a*b                 ~ axb ab a\\*b
        \\[a]        ~ [a]                 ~ a
        a\\          ~ a\\                 ~ a
        """)
    void names(String pattern, String matching, String others) {
        Glob glob = Glob.of(pattern.replace("\\\\", "\\"));
        for (String name : matching.replace("\\\\", "\\").split(" ")) {
            assertEquals(true, glob.matches(name), pattern + " and " + name);
        }
        for (String name :
                others == null ? new String[0] : others.replace("\\\\", "\\").split(" ")) {
            assertEquals(false, glob.matches(name), pattern + " and " + name);
        }
    }

    @Test
    void emptyNames() {
        for (String pattern : new String[] {"", "*", "**"}) {
            assertEquals(true, Glob.of(pattern).matches(""), pattern);
        }
        for (String pattern : new String[] {"a", "?", "a*", "*a", "[!a]"}) {
            assertFalse(Glob.of(pattern).matches(""), pattern);
        }
    }

    /** The JDK's own patterns, where they mean the same. */
    @Test
    void theJdkSaysTheSame() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20170613);
        String[] parts = {"a", "b", ".", "*", "?", "[ab]", "[!b]", "[a-c]"};
        for (int i = 0; i < 20_000; i++) {
            String pattern = some(random, parts);
            String name = some(random, new String[] {"a", "b", "c", "."});
            boolean expected =
                    FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name));
            assertEquals(expected, Glob.of(pattern).matches(name), pattern + " and " + name);
        }
    }

    private static String some(RandomGenerator random, String[] parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @Test
    void noPatternTakesForever() {
        String name = "a".repeat(5_000) + "b";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertFalse(Glob.of("*a".repeat(2_000) + "c").matches(name));
            assertFalse(Glob.of("[a]*?".repeat(1_000) + "c").matches(name));
            assertFalse(Glob.of("[".repeat(100_000)).matches(name));
        });
    }
}
