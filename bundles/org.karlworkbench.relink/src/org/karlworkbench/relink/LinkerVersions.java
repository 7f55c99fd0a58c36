package org.karlworkbench.relink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;

/** Versions of linkers, asked once for each file as it is. */
final class LinkerVersions {
    private static final Map<Asked, String> KNOWN = new ConcurrentHashMap<>();
    private static final int LONGEST = 200;

    private record Asked(Path path, FileTime modified, long size) {}

    private LinkerVersions() {}

    static String of(LinkerTool tool) throws EngineException {
        Asked asked = asked(tool.path());
        String known = KNOWN.get(asked);
        if (known == null) {
            known = ask(tool.path());
            KNOWN.put(asked, known);
        }
        return known;
    }

    private static Asked asked(Path program) throws EngineException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(program, BasicFileAttributes.class);
            return new Asked(program, attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            throw EngineException.io(program, e);
        }
    }

    private static String ask(Path program) throws EngineException {
        OutputTail output = new OutputTail();
        Path anywhere = program.getRoot();
        ChildProcess child = new ChildProcess(anywhere, anywhere, Limits.SMALL, Progress.NONE);
        child.run(List.of(program.toString(), "--version"), output);
        return output.lines().stream().findFirst().map(LinkerVersions::shorten).orElse("");
    }

    private static String shorten(String line) {
        String printable = Printable.of(line.strip());
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
