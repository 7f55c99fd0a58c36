package org.karlworkbench.linker.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;

/** Reads {@code PHDRS} (GNU ld manual, "PHDRS Command"). */
final class Headers {
    /** The types of the ELF specification, of GNU and of OpenBSD (sys/exec_elf.h). */
    private static final Map<String, Long> TYPES = Map.ofEntries(
            Map.entry("PT_NULL", 0L),
            Map.entry("PT_LOAD", 1L),
            Map.entry("PT_DYNAMIC", 2L),
            Map.entry("PT_INTERP", 3L),
            Map.entry("PT_NOTE", 4L),
            Map.entry("PT_SHLIB", 5L),
            Map.entry("PT_PHDR", 6L),
            Map.entry("PT_TLS", 7L),
            Map.entry("PT_GNU_EH_FRAME", 0x6474e550L),
            Map.entry("PT_GNU_STACK", 0x6474e551L),
            Map.entry("PT_GNU_RELRO", 0x6474e552L),
            Map.entry("PT_GNU_PROPERTY", 0x6474e553L),
            Map.entry("PT_OPENBSD_MUTABLE", 0x65a3dbe5L),
            Map.entry("PT_OPENBSD_RANDOMIZE", 0x65a3dbe6L),
            Map.entry("PT_OPENBSD_WXNEEDED", 0x65a3dbe7L),
            Map.entry("PT_OPENBSD_NOBTCFI", 0x65a3dbe8L),
            Map.entry("PT_OPENBSD_SYSCALLS", 0x65a3dbe9L),
            Map.entry("PT_OPENBSD_BOOTDATA", 0x65a41be6L));

    private static final long LARGEST = 0xffffffffL;

    private final Words words;
    private final Expressions expressions;

    Headers(Words words, Expressions expressions) {
        this.words = words;
        this.expressions = expressions;
    }

    /** Takes the headers in their braces. */
    List<ProgramHeader> read() throws EngineException {
        List<ProgramHeader> headers = new ArrayList<>();
        words.expect("{");
        while (!words.takes("}")) {
            headers.add(header(words.name("a program header's name")));
        }
        return List.copyOf(headers);
    }

    private ProgramHeader header(Word name) throws EngineException {
        long type = type();
        boolean fileHeader = false;
        boolean headers = false;
        Expression address = null;
        Expression flags = null;
        while (!words.takes(";")) {
            Word word = words.name(";");
            switch (word.keyword()) {
                case "FILEHDR" -> fileHeader = true;
                case "PHDRS" -> headers = true;
                case "AT" -> address = expressions.inParentheses();
                case "FLAGS" -> flags = expressions.inParentheses();
                default -> throw words.refused(word);
            }
        }
        return new ProgramHeader(name.text(), type, fileHeader, headers, address, flags, name.line());
    }

    private long type() throws EngineException {
        words.cursor().skipBlanks();
        int line = words.cursor().line();
        switch (expressions.read()) {
            case Expression.Number(long value)
            when value >= 0 && value <= LARGEST -> {
                return value;
            }
            case Expression.Name(String name)
            when TYPES.containsKey(name) -> {
                return TYPES.get(name);
            }
            case Expression.Name(String name) -> throw words.cursor().refused(line, name);
            default -> throw words.cursor().refused(line, "a program header's type that is not one number of 32 bits");
        }
    }
}
