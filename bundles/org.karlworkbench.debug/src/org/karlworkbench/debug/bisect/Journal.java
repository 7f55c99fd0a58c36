package org.karlworkbench.debug.bisect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.PrivateFiles;
import org.karlworkbench.kit.Seed;

/**
 * What the tests said so far, a line for each draw, on the disk before the next one begins. The search is a function of
 * its seed and of these answers: begun again, it asks the same questions and finds them answered.
 */
final class Journal implements AutoCloseable {
    private static final String SUFFIX = ".journal";
    private static final String VERSION = "karl-bisect-1";

    private final Map<String, Verdict> known = new HashMap<>();

    /** The draws in the order in which they were told, the last one last. */
    private final Deque<String> told = new ArrayDeque<>();

    private final FileChannel channel;
    private final Path file;
    private final Seed seed;

    private Journal(FileChannel channel, Path file, Seed seed) {
        this.channel = channel;
        this.file = file;
        this.seed = seed;
    }

    /**
     * Opens the journal of a search, or begins it.
     *
     * @param folder where; null to keep none
     * @param linker the linker of all its relinks; with another one it is another search
     * @param question the digest of what is asked: kit, relinks, command
     * @param seed of a search that begins
     * @throws EngineException code {@code other-search} if the folder holds another search
     */
    static Journal open(Path folder, String linker, String question, Seed seed) throws EngineException {
        if (folder == null) {
            return new Journal(null, null, seed);
        }
        PrivateFiles.folder(folder);
        Path file = folder.resolve(linker + SUFFIX);
        try {
            if (!Files.exists(file)) {
                String head = String.join(" ", VERSION, question, seed.hex()) + "\n";
                PrivateFiles.replace(file, head.getBytes(StandardCharsets.UTF_8));
            }
            return read(file, question);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static Journal read(Path file, String question) throws IOException, EngineException {
        byte[] content = Files.readAllBytes(file);
        List<String> lines =
                new String(content, StandardCharsets.ISO_8859_1).lines().toList();
        Seed seed = seed(file, lines, question);
        Journal journal = new Journal(FileChannel.open(file, Set.of(StandardOpenOption.WRITE)), file, seed);
        long whole = lines.getFirst().length() + 1L;
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ");
            if (words.length != 4 || whole + line.length() + 1 > content.length) {
                break; // it was cut while it was written
            }
            journal.known.put(words[0], Verdict.parse(words));
            journal.told.add(words[0]);
            whole += line.length() + 1;
        }
        journal.channel.truncate(whole).position(whole);
        return journal;
    }

    private static Seed seed(Path file, List<String> lines, String question) throws EngineException {
        String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ");
        if (head.length != 3 || !head[0].equals(VERSION) || !head[1].equals(question)) {
            throw new EngineException(
                    "other-search",
                    file.toString(),
                    null,
                    "belongs to a search with another kit, other relinks or another command",
                    "name another folder with --state");
        }
        try {
            return Seed.parse(head[2]);
        } catch (IllegalArgumentException e) {
            throw new EngineException("other-search", file.toString(), "line 1", e.getMessage(), "remove the file", e);
        }
    }

    /** From which all draws of the search follow. */
    Seed seed() {
        return seed;
    }

    /** What is known of a draw, or null. */
    Verdict of(String draw) {
        return known.get(draw);
    }

    /** Keeps what is now known of a draw. */
    void add(String draw, Verdict verdict) throws EngineException {
        known.put(draw, verdict);
        told.add(draw);
        if (channel == null) {
            return;
        }
        try {
            ByteBuffer line = StandardCharsets.UTF_8.encode(line(draw, verdict));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private static String line(String draw, Verdict verdict) {
        return draw + " " + verdict.words() + "\n";
    }

    /** Whether anything is known. */
    boolean canForget() {
        return !told.isEmpty();
    }

    /** Forgets what was told last. */
    void forgetLast() throws EngineException {
        String draw = told.removeLast();
        Verdict verdict = known.remove(draw);
        try {
            if (channel != null) {
                long left = channel.size() - line(draw, verdict).length();
                channel.truncate(left).position(left).force(false);
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    @Override
    public void close() throws EngineException {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }
}
