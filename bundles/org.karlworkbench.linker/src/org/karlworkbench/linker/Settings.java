package org.karlworkbench.linker;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.karlworkbench.elf.EngineException;

/**
 * What a link's flags say beside its script.
 *
 * @param entry the symbol of {@code -e}, or null
 * @param textBase the address of {@code -Ttext}, or null
 * @param paged whether segments begin on pages in the file ({@code false} for {@code -N} and {@code -n})
 * @param writableText whether text and data share a segment ({@code -N})
 * @param symbols whether there is a symbol table ({@code false} for {@code -s})
 * @param locals which local symbols are in it
 * @param ignoresUndefined whether what nothing defines is 0 ({@code --unresolved-symbols=ignore-all})
 * @param allowsDuplicates whether of several definitions the first counts ({@code --allow-multiple-definition})
 */
public record Settings(
        String entry,
        Long textBase,
        boolean paged,
        boolean writableText,
        boolean symbols,
        Locals locals,
        boolean ignoresUndefined,
        boolean allowsDuplicates) {
    /** Which local symbols are kept. */
    public enum Locals {
        /** All. */
        ALL,
        /** None that begins with {@code .L} ({@code -X}). */
        NAMED,
        /** None ({@code -x}). */
        NONE
    }

    /** Flags without a meaning for a link of this kind. */
    private static final Set<String> IDLE = Set.of(
            "-S",
            "--strip-debug",
            "--warn-common",
            "-warn-common",
            "--no-mmap-output-file",
            "-nostdlib",
            "-nopie",
            "--no-pie",
            "-no-pie",
            "--start-group",
            "--end-group",
            "-(",
            "-)");

    private static final Set<String> IDLE_KEYWORDS = Set.of(
            "notext",
            "text",
            "norelro",
            "relro",
            "noexecstack",
            "nognustack",
            "now",
            "lazy",
            "muldefs",
            "nodynamic-undefined-weak");

    /**
     * Reads flags in the words of lld.
     *
     * @param flags without the script and the inputs
     * @throws EngineException with code {@code refused-flag} for one that this linker does not know
     */
    public static Settings of(List<String> flags) throws EngineException {
        Reader reader = new Reader();
        for (Iterator<String> words = flags.iterator(); words.hasNext(); ) {
            reader.take(words.next(), words);
        }
        return reader.settings();
    }

    private static final class Reader {
        private String entry;
        private Long textBase;
        private boolean paged = true;
        private boolean writableText;
        private boolean symbols = true;
        private Locals locals = Locals.ALL;
        private boolean ignoresUndefined;
        private boolean allowsDuplicates;

        void take(String word, Iterator<String> more) throws EngineException {
            switch (word) {
                case "-X", "--discard-locals" -> locals = locals == Locals.NONE ? locals : Locals.NAMED;
                case "-x", "--discard-all" -> locals = Locals.NONE;
                case "-s", "--strip-all" -> symbols = false;
                case "-n", "--nmagic" -> paged = false;
                case "-N", "--omagic" -> {
                    paged = false;
                    writableText = true;
                }
                case "--allow-multiple-definition" -> allowsDuplicates = true;
                case "-e", "-z", "-m", "-G", "-L", "--unresolved-symbols", "-Ttext", "--entry" ->
                    value(word, more.hasNext() ? more.next() : "");
                default -> attached(word);
            }
        }

        private void attached(String word) throws EngineException {
            int equals = word.indexOf('=');
            if (IDLE.contains(word)) {
                return;
            }
            if (equals > 0) {
                value(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.length() > 2 && Set.of("-e", "-z", "-m", "-G", "-L").contains(word.substring(0, 2))) {
                value(word.substring(0, 2), word.substring(2));
            } else {
                throw unknown(word);
            }
        }

        private void value(String name, String value) throws EngineException {
            switch (name) {
                case "-e", "--entry" -> entry = value;
                case "-Ttext" -> textBase = address(value);
                case "-m", "-G", "--gpsize", "-L", "--library-path" -> {}
                case "--unresolved-symbols" -> ignoresUndefined = value.startsWith("ignore-");
                case "-z" -> keyword(value);
                default -> throw unknown(name);
            }
        }

        private void keyword(String word) throws EngineException {
            allowsDuplicates |= word.equals("muldefs");
            if (!IDLE_KEYWORDS.contains(word)) {
                throw unknown("-z " + word);
            }
        }

        private static Long address(String text) throws EngineException {
            String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
            try {
                return Long.parseUnsignedLong(digits, 16);
            } catch (NumberFormatException e) {
                throw new EngineException(
                        "bad-flag", null, "-Ttext", "-Ttext " + text + " is no address", "write it in hexadecimal");
            }
        }

        private static EngineException unknown(String flag) {
            return new EngineException(
                    "refused-flag", null, flag, "the built-in linker does not know " + flag, "link it with lld or ld");
        }

        Settings settings() {
            return new Settings(
                    entry, textBase, paged, writableText, symbols, locals, ignoresUndefined, allowsDuplicates);
        }
    }
}
