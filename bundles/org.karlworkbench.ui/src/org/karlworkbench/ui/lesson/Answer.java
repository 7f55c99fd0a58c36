package org.karlworkbench.ui.lesson;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** A right answer, and what a person may type for it. */
sealed interface Answer {
    /** Whether what was typed is right. */
    boolean accepts(Typed typed);

    /** A name of something in a kernel: capitals count, an ending {@code .o} need not be typed. */
    record Name(String name) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            return name.equals(typed.words()) || name.equals(typed.words() + ".o");
        }
    }

    /** A name of one of several things, all of which are right. */
    record OneOf(List<Name> names) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            return names.stream().anyMatch(name -> name.accepts(typed));
        }
    }

    /** A word of the lesson's own: capitals do not count. */
    record Word(String word) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            String given = typed.words().toLowerCase(Locale.ROOT);
            String right = word.toLowerCase(Locale.ROOT);
            return right.equals(given) || right.equals(given + ".o");
        }
    }

    /** A whole number from 0 on. */
    record Number(long value) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            return typed.whole().filter(BigInteger.valueOf(value)::equals).isPresent();
        }
    }

    /** An address of 64 bits without a sign. */
    record Address(long value) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            BigInteger right = new BigInteger(Long.toUnsignedString(value));
            return typed.whole().filter(right::equals).isPresent()
                    || typed.bareHex().filter(right::equals).isPresent();
        }
    }

    /** A figure with a fraction: right within one percent, or a twentieth. */
    record Figure(double value) implements Answer {
        @Override
        public boolean accepts(Typed typed) {
            return Math.abs(typed.figure() - value) <= Math.max(0.05, Math.abs(value) / 100);
        }
    }
}
