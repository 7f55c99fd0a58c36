package org.karlworkbench.kit.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.karlworkbench.elf.EngineException;

/**
 * Walks through a tar archive that is not trusted. Only plain files, folders and links whose names stay in the archive
 * get through; whatever else there is, and every size that a person would not believe, ends the walk with a reason.
 * Nothing is kept in memory but one header.
 */
final class TarReader {
    private final InputStream in;
    private final ArchiveFault fault;
    private final long limit;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private long offset;
    private long repeated;
    private long left;
    private int padding;

    /** What a member is. */
    enum Kind {
        FILE,
        FOLDER,
        HARD_LINK,
        SYMBOLIC_LINK
    }

    /** A member that may be unpacked; only files have a size, only links a target, which need not be there. */
    record Member(MemberName name, Kind kind, long size, MemberName target) {}

    TarReader(InputStream in, ArchiveFault fault, long limit) {
        this.in = in;
        this.fault = fault;
        this.limit = limit;
    }

    /** The next member, behind whatever is left of the one before; null at the end. */
    Member next() throws EngineException {
        skip(left + padding);
        left = 0;
        padding = 0;
        Extensions extensions = new Extensions();
        while (true) {
            long at = offset;
            TarHeader header = header();
            if (header == null) {
                return null;
            }
            String place = "header at byte " + at;
            if (header.size() < 0) {
                throw fault.damaged(place, "the size makes no sense");
            }
            if (!extensions.take(header, place)) {
                return member(header, extensions, place);
            }
        }
    }

    private TarHeader header() throws EngineException {
        int got = fill(block, block.length);
        if (got == 0 && offset == 0 || got == block.length && TarHeader.isZero(block)) {
            return null;
        }
        if (got < block.length) {
            // a whole archive ends in blocks of zeros
            throw fault.damaged("byte " + offset + " unpacked", "the archive ends too early");
        }
        if (!TarHeader.hasRightSum(block)) {
            throw fault.damaged(
                    "header at byte " + (offset - block.length),
                    offset == block.length ? "this is no tar archive" : "the checksum is wrong");
        }
        return TarHeader.of(block);
    }

    private Member member(TarHeader header, Extensions extensions, String place) throws EngineException {
        String raw = extensions.name() != null ? extensions.name() : header.name();
        if (raw == null) {
            throw fault.refused(place, "a name that is not UTF-8");
        }
        long size = extensions.pax.size() >= 0 ? extensions.pax.size() : header.size();
        MemberName name = check(raw);
        Kind kind = kind(header.type(), raw);
        if (kind == null) {
            throw fault.refused(raw, words(header.type()));
        }
        if (extensions.pax.sparse()) {
            throw fault.refused(raw, words('S'));
        }
        if (size > Limits.MEMBER || kind != Kind.FILE && size > 0) {
            throw fault.refused(raw, "a size of " + size + " bytes");
        }
        left = size;
        padding = (int) (-size & TarHeader.BLOCK - 1);
        return new Member(name, kind, size, target(name, kind, extensions.linkName(header)));
    }

    private MemberName target(MemberName name, Kind kind, String raw) throws EngineException {
        if (kind == Kind.FILE || kind == Kind.FOLDER) {
            return null;
        }
        if (raw == null) {
            throw fault.refused(name.path(), "a link to a name that is not UTF-8");
        }
        try {
            return kind == Kind.HARD_LINK ? MemberName.of(raw) : name.sibling(raw);
        } catch (MemberName.Refused e) {
            throw fault.refused(name.path(), "a link to " + e.getMessage());
        }
    }

    private MemberName check(String raw) throws EngineException {
        try {
            return MemberName.of(raw);
        } catch (MemberName.Refused e) {
            throw fault.refused(raw.length() > 200 ? raw.substring(0, 200) + "..." : raw, e.getMessage());
        }
    }

    private static Kind kind(char type, String raw) {
        return switch (type) {
            // archives older than ustar mark folders by a slash alone
            case '0', 0, '7' -> raw.endsWith("/") ? Kind.FOLDER : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5' -> Kind.FOLDER;
            default -> null;
        };
    }

    private static String words(char type) {
        return switch (type) {
            case '3', '4' -> "a device";
            case '6' -> "a named pipe";
            case 'S' -> "a sparse file";
            default -> "a member of unknown type " + (int) type;
        };
    }

    /** Reads from the current member; -1 at its end. */
    int read(byte[] buffer) throws EngineException {
        if (left == 0) {
            return -1;
        }
        int wanted = (int) Math.min(left, buffer.length);
        int got = fill(buffer, wanted);
        if (got < wanted) {
            throw fault.damaged("byte " + offset + " unpacked", "the archive ends too early");
        }
        left -= got;
        return got;
    }

    /** Reads what lies behind the archive's end, so that the checksums of the packed data are looked at. */
    void drain() throws EngineException {
        byte[] buffer = new byte[1 << 16];
        while (fill(buffer, buffer.length) == buffer.length) {
            // more of it
        }
    }

    private int fill(byte[] buffer, int length) throws EngineException {
        try {
            int got = in.readNBytes(buffer, 0, length);
            offset += got;
            checkLimit();
            return got;
        } catch (IOException e) {
            throw fault.of(e, offset);
        }
    }

    /** Counts bytes that a link repeats, as if they stood in the archive again. */
    void repeat(long bytes) throws EngineException {
        repeated += bytes;
        checkLimit();
    }

    private void checkLimit() throws EngineException {
        if (offset + repeated > limit) {
            throw fault.refused("byte " + offset + " unpacked", "it unpacks to far more than such an archive can hold");
        }
    }

    private void skip(long bytes) throws EngineException {
        byte[] buffer = bytes > block.length ? new byte[1 << 16] : block;
        for (long rest = bytes; rest > 0; ) {
            int wanted = (int) Math.min(rest, buffer.length);
            int got = fill(buffer, wanted);
            if (got < wanted && rest > padding) {
                throw fault.damaged("byte " + offset + " unpacked", "the archive ends too early");
            }
            rest = got < wanted ? 0 : rest - got;
        }
    }

    /** What headers before a member's own say about it: long names and pax records. */
    private final class Extensions {
        private String longName;
        private String longLinkName;
        private PaxRecords pax = PaxRecords.NONE;
        private int count;

        /** The name they give, or null; pax comes before GNU. */
        String name() {
            return pax.path() != null ? pax.path() : longName;
        }

        /** The name of what a link leads to, by these or else by its own header. */
        String linkName(TarHeader header) {
            String given = pax.linkPath() != null ? pax.linkPath() : longLinkName;
            return given != null ? given : header.linkName();
        }

        /** Takes a header in if it is such a one. */
        boolean take(TarHeader header, String place) throws EngineException {
            char type = header.type();
            if ("LKxXg".indexOf(type) < 0) {
                return false;
            }
            if (header.size() > Limits.EXTENSION || ++count > Limits.EXTENSIONS) {
                throw fault.refused(place, "headers that are larger than any name needs");
            }
            byte[] content = content((int) header.size());
            switch (type) {
                case 'L' -> longName = name(content, place);
                case 'K' -> longLinkName = name(content, place);
                case 'g' -> global(records(content, place), place);
                default -> pax = records(content, place);
            }
            return true;
        }

        private byte[] content(int size) throws EngineException {
            byte[] content = new byte[size];
            if (fill(content, size) < size) {
                throw fault.damaged("byte " + offset + " unpacked", "the archive ends too early");
            }
            skip(-size & TarHeader.BLOCK - 1);
            return content;
        }

        private String name(byte[] content, String place) throws EngineException {
            int end = 0;
            while (end < content.length && content[end] != 0) {
                end++;
            }
            String name = TarHeader.utf8(Arrays.copyOf(content, end), 0, end);
            if (name == null) {
                throw fault.refused(place, "a name that is not UTF-8");
            }
            return name;
        }

        private PaxRecords records(byte[] content, String place) throws EngineException {
            PaxRecords records = PaxRecords.of(content);
            if (records == null) {
                throw fault.damaged(place, "the extended header makes no sense");
            }
            return records;
        }

        private void global(PaxRecords records, String place) throws EngineException {
            if (!records.equals(PaxRecords.NONE)) {
                throw fault.refused(place, "a header that gives all members one name or size");
            }
        }
    }
}
