package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;

/** What linkers say of themselves, asked once for each file as it is. */
final class LinkerWords {
    private static final Map<Asked, Said> KNOWN = new ConcurrentHashMap<>();
    private static final int LONGEST = 200;

    private record Asked(Path path, FileTime modified, long size, List<String> question) {}

    /** What it wrote to standard output and to standard error; not whole if it did not end by itself. */
    private record Said(List<String> output, List<String> errors, boolean whole) {}

    private LinkerWords() {}

    /** The first line about its version, or an empty text. */
    static String version(Path program) throws EngineException {
        return ask(program, "--version").output().stream()
                .findFirst()
                .map(LinkerWords::shorten)
                .orElse("");
    }

    /** Whether it knows an emulation: without files to link either dialect asks for some, or complains of the name. */
    static boolean knows(Path program, String emulation) throws EngineException {
        return ask(program, "-m", emulation).errors().stream().noneMatch(line -> line.endsWith(": " + emulation));
    }

    private static Said ask(Path program, String... words) throws EngineException {
        Asked asked = asked(program, List.of(words));
        Said known = KNOWN.get(asked);
        if (known == null) {
            known = run(program, asked.question());
            if (known.whole()) {
                KNOWN.put(asked, known);
            }
        }
        return known;
    }

    private static Asked asked(Path program, List<String> question) throws EngineException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(program, BasicFileAttributes.class);
            return new Asked(program, attributes.lastModifiedTime(), attributes.size(), question);
        } catch (IOException e) {
            throw EngineException.io(program, e);
        }
    }

    private static Said run(Path program, List<String> question) throws EngineException {
        OutputTail output = new OutputTail();
        Path anywhere = program.getRoot();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(question);
        ChildResult result = new ChildProcess(anywhere, anywhere, Limits.SMALL, Progress.NONE).run(command, output);
        return new Said(output.lines(), result.words(), !result.timedOut() && result.signal() == 0);
    }

    private static String shorten(String line) {
        String printable = Printable.of(line.strip());
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
