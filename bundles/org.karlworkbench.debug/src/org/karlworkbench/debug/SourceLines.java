package org.karlworkbench.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.elf.SearchPath;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.ObjectFile;
import org.karlworkbench.kit.source.TempFolder;
import org.karlworkbench.relink.ToolAnswer;

/**
 * File and line of places in a kit's objects, from their DWARF. It is read by addr2line of the binutils that link the
 * kit's architecture, object by object and with offsets in sections, so that no relink has to be known. Where the tool or
 * the DWARF is missing, so is the line.
 */
public final class SourceLines {
    /** So many sections are asked about; a stack does not go through more. */
    private static final int MOST_SECTIONS = 64;

    private static final Pattern LINE = Pattern.compile("(.+):([0-9]+)(?: \\(discriminator [0-9]+\\))?");

    private final LoadedKit kit;
    private final Path tool;
    private final Progress progress;

    private SourceLines(LoadedKit kit, Path tool, Progress progress) {
        this.kit = kit;
        this.tool = tool;
        this.progress = progress;
    }

    /** One section of one object. */
    private record Place(String object, int section) {}

    /**
     * Adds files and lines to frames.
     *
     * @param frames the frames
     * @param kit the kit of whose objects they are
     * @param progress asked for cancel
     * @return the frames, in the same order
     * @throws EngineException when the tool cannot be started
     */
    public static List<Frame> of(List<Frame> frames, LoadedKit kit, Progress progress) throws EngineException {
        String prefix = kit.architecture().tools();
        List<String> names = prefix.isEmpty() ? List.of() : List.of(prefix + "-addr2line");
        Optional<Path> tool = SearchPath.find(names);
        return tool.isPresent() ? new SourceLines(kit, tool.get(), progress).add(frames) : frames;
    }

    private List<Frame> add(List<Frame> frames) throws EngineException {
        Map<Place, TreeSet<Long>> asked = new LinkedHashMap<>();
        for (Frame each : frames) {
            Place place = place(each);
            if (place != null && (asked.containsKey(place) || asked.size() < MOST_SECTIONS)) {
                asked.computeIfAbsent(place, _ -> new TreeSet<>()).add(offset(each));
            }
        }
        Map<Place, Map<Long, Frame.SourceLine>> answers = new LinkedHashMap<>();
        for (var each : asked.entrySet()) {
            answers.put(each.getKey(), lines(each.getKey(), List.copyOf(each.getValue())));
        }
        List<Frame> lined = new ArrayList<>(frames.size());
        for (Frame each : frames) {
            Map<Long, Frame.SourceLine> answer = answers.get(place(each));
            lined.add(answer == null ? each : each.at(answer.get(offset(each))));
        }
        return lined;
    }

    /** What has no certain place has no line. */
    private static Place place(Frame frame) {
        Spot spot = frame.spot();
        boolean known = spot != null
                && spot.object() != null
                && spot.section() > 0
                && frame.certainty() != Frame.Certainty.NONE
                && (spot.area() == Area.CODE || spot.area() == Area.STARTUP);
        return known ? new Place(spot.object(), spot.section()) : null;
    }

    /** A call is on the line of its last byte; behind it the next line may begin. */
    private static long offset(Frame frame) {
        return frame.spot().sectionOffset() - (frame.returns() ? 1 : 0);
    }

    private Map<Long, Frame.SourceLine> lines(Place place, List<Long> offsets) throws EngineException {
        ObjectFile object = kit.object(place.object());
        if (object == null || !hasLines(object.sections())) {
            return Map.of();
        }
        if (!object.isMember()) {
            return lines(object.path(), object.sections().name(place.section()), offsets);
        }
        try (TempFolder folder = TempFolder.create()) {
            return lines(copied(object, folder.path()), object.sections().name(place.section()), offsets);
        }
    }

    private Map<Long, Frame.SourceLine> lines(Path object, String section, List<Long> offsets) throws EngineException {
        List<String> command = new ArrayList<>(List.of(
                tool.toString(), "-j", section, "-e", object.toAbsolutePath().toString()));
        offsets.forEach(each -> command.add("0x" + Long.toHexString(each)));
        return parsed(offsets, ToolAnswer.lines(command, progress));
    }

    private static boolean hasLines(Sections sections) {
        return sections.find(".debug_line") > 0 || sections.find(".zdebug_line") > 0;
    }

    private static Map<Long, Frame.SourceLine> parsed(List<Long> offsets, List<String> lines) {
        Map<Long, Frame.SourceLine> parsed = new LinkedHashMap<>();
        for (int i = 0; i < offsets.size() && lines.size() == offsets.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches() && line.group(2).length() < 9 && !line.group(1).equals("??")) {
                parsed.put(offsets.get(i), new Frame.SourceLine(line.group(1), Integer.parseInt(line.group(2))));
            }
        }
        return parsed;
    }

    private static Path copied(ObjectFile member, Path folder) throws EngineException {
        try {
            return Files.write(folder.resolve("member.o"), member.memberBytes());
        } catch (IOException e) {
            throw EngineException.io(member.path(), e);
        }
    }
}
