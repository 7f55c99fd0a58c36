package org.karlworkbench.kit.library;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;

/**
 * A library, which is an archive of objects as ar(1) makes them. Read are names and places of its members, in the form of
 * System V with long names in the member {@code //} and in that of BSD with long names before the content
 * ({@code #1/LENGTH}). Indexes of symbols are passed over: whoever looks for a symbol asks the objects themselves.
 */
public final class Library {
    private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] THIN = "!<thin>\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 60;
    private static final int NAME = 16;
    private static final int SIZE_AT = 48;
    private static final int SIZE = 10;
    private static final int MOST_MEMBERS = 100_000;
    private static final int MOST_NAMES = 16 << 20;
    private static final String INLINE = "#1/";

    /**
     * A member.
     *
     * @param name unique in the library: a name that was there before has {@code #2} and so on behind it
     * @param offset where its content begins in the file
     * @param size how many bytes it has
     */
    public record Member(String name, long offset, int size) {}

    private final Path file;
    private final RandomAccessFile in;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private byte[] longNames = new byte[0];

    private Library(Path file, RandomAccessFile in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Reads the list of members.
     *
     * @param file the archive
     * @param prefix what members' names begin with: the library's own name
     * @return all objects and other files in it, in its order, named {@code prefix(member)}
     * @throws EngineException with code {@code bad-library} if it is no whole archive, or one whose members lie elsewhere
     */
    public static List<Member> members(Path file, String prefix) throws EngineException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Library library = new Library(file, in);
            library.read(prefix);
            return List.copyOf(library.members);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    /**
     * Reads a member.
     *
     * @param file the archive
     * @param member one of its members
     * @return the member's bytes
     * @throws EngineException if it cannot be read, or is no longer as long
     */
    public static byte[] content(Path file, Member member) throws EngineException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return new Library(file, in).bytes(member.offset(), member.size());
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private void read(String prefix) throws IOException, EngineException {
        byte[] magic = bytes(0, MAGIC.length);
        require(!Arrays.equals(magic, THIN), 0, "its members lie elsewhere (a thin archive)");
        require(Arrays.equals(magic, MAGIC), 0, "is no archive");
        for (long at = MAGIC.length; at < in.length(); ) {
            byte[] header = bytes(at, HEADER);
            require(header[HEADER - 2] == '`' && header[HEADER - 1] == '\n', at, "has no header of a member here");
            long size = size(text(header, SIZE_AT, SIZE), at);
            require(size <= in.length() - at - HEADER, at, "is cut: the member here has " + size + " bytes");
            take(prefix, text(header, 0, NAME), at + HEADER, (int) size);
            require(members.size() <= MOST_MEMBERS, at, "has more than " + MOST_MEMBERS + " members");
            at += HEADER + size + (size & 1);
        }
    }

    private void take(String prefix, String field, long at, int size) throws IOException, EngineException {
        if (field.equals("//")) {
            require(size <= MOST_NAMES, at, "has an absurd table of names");
            longNames = bytes(at, size);
        } else if (field.startsWith(INLINE)) {
            long length = size(field.substring(INLINE.length()), at);
            require(length <= size, at, "has a name that is longer than its member");
            String name = new String(bytes(at, (int) length), StandardCharsets.UTF_8);
            int end = name.indexOf('\0');
            add(prefix, end < 0 ? name : name.substring(0, end), at + length, size - (int) length);
        } else if (!field.equals("/") && !field.startsWith("/SYM")) {
            add(prefix, name(field, at), at, size);
        }
    }

    private String name(String field, long at) throws EngineException {
        if (!field.startsWith("/")) {
            return field.endsWith("/") ? field.substring(0, field.length() - 1) : field;
        }
        long from = size(field.substring(1), at);
        require(from < longNames.length, at, "has a name outside the table of names");
        int end = (int) from;
        while (end < longNames.length && longNames[end] != '\n') {
            end++;
        }
        String name = new String(longNames, (int) from, end - (int) from, StandardCharsets.UTF_8);
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private void add(String prefix, String name, long offset, int size) throws EngineException {
        if (name.startsWith("__.SYMDEF")) {
            return;
        }
        boolean sound = !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "/()#".indexOf(c) >= 0);
        require(sound, offset - HEADER, "has a member with an unusable name");
        int count = seen.merge(name, 1, Integer::sum);
        members.add(new Member(prefix + "(" + name + ")" + (count > 1 ? "#" + count : ""), offset, size));
    }

    private long size(String digits, long at) throws EngineException {
        require(digits.matches("[0-9]{1,10}"), at, "has a number here that is none");
        long size = Long.parseLong(digits);
        require(size <= Integer.MAX_VALUE - HEADER, at, "has a number here that is too large");
        return size;
    }

    private byte[] bytes(long at, int length) throws IOException, EngineException {
        require(length <= in.length() - at, at, "is cut");
        byte[] bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return bytes;
    }

    private static String text(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private void require(boolean holds, long at, String problem) throws EngineException {
        if (!holds) {
            throw new EngineException(
                    "bad-library", file.toString(), "offset " + at, problem, "make it again with ar rcs");
        }
    }
}
