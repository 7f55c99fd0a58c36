package org.karlworkbench.kit;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.karlworkbench.elf.Elf;
import org.karlworkbench.elf.ElfFile;
import org.karlworkbench.elf.ElfHeader;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Group;
import org.karlworkbench.elf.Relocations;
import org.karlworkbench.elf.Sections;
import org.karlworkbench.elf.Symbols;
import org.karlworkbench.kit.library.Library;

/**
 * One object of a kit: its tables, and the contents of what is loaded of it. Debug sections are never read. The contents
 * are kept while memory allows and read again when asked for after that.
 */
public final class ObjectFile {
    /** How an ELF file begins (gABI, "ELF Identification"). */
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final String name;
    private final Path path;
    private final Library.Member member;
    private final FileStamp stamp;
    private final ElfHeader header;
    private final Sections sections;
    private final Symbols symbols;
    private final Loaded inMemory;
    private SoftReference<Loaded> loaded;

    /**
     * What is loaded of an object, by section index: bytes of allocated sections, relocations of relocation sections; its
     * groups; and the file, closed, which keeps the bytes of a small one.
     */
    private record Loaded(ElfFile file, byte[][] contents, Relocations[] relocations, List<Group> groups) {}

    private ObjectFile(String name, Path path, Library.Member member, FileStamp stamp, ElfFile file, Loaded loaded)
            throws EngineException {
        this.name = name;
        this.path = path;
        this.member = member;
        this.stamp = stamp;
        this.header = file.header();
        this.sections = file.sections();
        this.symbols = file.symbols();
        this.inMemory = path == null ? loaded : null;
        this.loaded = new SoftReference<>(loaded);
    }

    /**
     * Reads an object.
     *
     * @param name the name it is known by: its path inside the kit's folder
     * @param path its file
     * @return the object
     * @throws EngineException if it is no whole relocatable ELF file
     */
    public static ObjectFile read(String name, Path path) throws EngineException {
        FileStamp stamp = FileStamp.of(path);
        try (ElfFile file = ElfFile.open(path)) {
            if (!file.header().isRelocatable()) {
                throw new EngineException(
                        "bad-object", path.toString(), "e_type", "is no relocatable object", "compile it again");
            }
            ElfFile linked = linked(file, path, null);
            return new ObjectFile(name, path, null, stamp, linked, load(linked));
        }
    }

    /**
     * Reads an object that is a member of a library.
     *
     * @param library the library's file
     * @param member the member
     * @return the object; empty for a member that is no relocatable ELF file, which linkers pass over
     * @throws EngineException if it is one, and not whole
     */
    public static Optional<ObjectFile> ofMember(Path library, Library.Member member) throws EngineException {
        FileStamp stamp = FileStamp.of(library);
        byte[] bytes = Library.content(library, member);
        if (!Arrays.equals(bytes, 0, Math.min(bytes.length, ELF.length), ELF, 0, ELF.length)) {
            return Optional.empty();
        }
        ElfFile file = ElfFile.of(member.name(), bytes);
        if (!file.header().isRelocatable()) {
            return Optional.empty();
        }
        ElfFile linked = linked(file, library, member);
        return Optional.of(new ObjectFile(member.name(), library, member, stamp, linked, load(linked)));
    }

    /** An object that is in no file; it is never stale. */
    static ObjectFile of(String name, ElfFile file) throws EngineException {
        return new ObjectFile(name, null, null, null, file, load(file));
    }

    /** The object as it is linked: the same, but for RISC-V code that waits for a linker to align it. */
    private static ElfFile linked(ElfFile file, Path path, Library.Member member) throws EngineException {
        if (!CodeAlignment.isNeeded(file)) {
            return file;
        }
        try {
            byte[] bytes = member == null ? Files.readAllBytes(path) : Library.content(path, member);
            return CodeAlignment.applied(file, bytes);
        } catch (IOException e) {
            throw EngineException.io(path, e);
        }
    }

    private static Loaded load(ElfFile file) throws EngineException {
        Sections sections = file.sections();
        byte[][] contents = new byte[sections.count()][];
        Relocations[] relocations = new Relocations[sections.count()];
        for (int i = 1; i < sections.count(); i++) {
            if (sections.isAllocated(i) || describes(file, i)) {
                contents[i] = file.content(i);
            } else if (relocatesLoaded(sections, i)) {
                relocations[i] = file.relocations(i);
            }
        }
        return new Loaded(file, contents, relocations, hasGroups(sections) ? file.groups() : List.of());
    }

    /** Whether a section that is not loaded says what decides what a kernel is: an Arm kernel's e_flags. */
    private static boolean describes(ElfFile file, int section) {
        return file.header().machine() == Elf.EM_ARM && file.sections().type(section) == Elf.SHT_ARM_ATTRIBUTES;
    }

    private static boolean hasGroups(Sections sections) {
        for (int i = 1; i < sections.count(); i++) {
            if (sections.type(i) == Elf.SHT_GROUP) {
                return true;
            }
        }
        return false;
    }

    /** Whether a section holds the relocations of a loaded one. */
    static boolean relocatesLoaded(Sections sections, int i) {
        boolean relocates = sections.type(i) == Elf.SHT_REL || sections.type(i) == Elf.SHT_RELA;
        int target = sections.info(i);
        return relocates && target > 0 && target < sections.count() && sections.isAllocated(target);
    }

    /**
     * The object's name, unique in its kit.
     *
     * @return its path inside the kit's folder
     */
    public String name() {
        return name;
    }

    /**
     * Where it lies.
     *
     * @return its file, or the library's of which it is a member; null if it is in none
     */
    public Path path() {
        return path;
    }

    /**
     * What to call it in messages.
     *
     * @return its path, with the member's name where it is one of a library's; its name if it is in no file
     */
    public String title() {
        return path == null
                ? name
                : member == null ? path.toString() : path.resolveSibling(name).toString();
    }

    /**
     * Whether it is a member of a library, which linkers cannot be given by a path.
     *
     * @return true for {@code lib.a(m.o)}
     */
    public boolean isMember() {
        return member != null;
    }

    /**
     * Whether it lies in a file.
     *
     * @param fileName the file's name, without its folder
     * @return true for the object's own file, or that of the library of which it is a member
     */
    public boolean isIn(String fileName) {
        return path != null && path.getFileName().toString().equals(fileName);
    }

    /**
     * The whole file of a member.
     *
     * @return its bytes
     * @throws EngineException if the library has changed or gone
     */
    public byte[] memberBytes() throws EngineException {
        byte[] bytes = Library.content(path, member);
        requireFresh();
        return bytes;
    }

    /**
     * Its ELF header.
     *
     * @return the header
     */
    public ElfHeader header() {
        return header;
    }

    /**
     * Its section table.
     *
     * @return columns, by section index
     */
    public Sections sections() {
        return sections;
    }

    /**
     * Its symbol table.
     *
     * @return columns, by symbol index
     */
    public Symbols symbols() {
        return symbols;
    }

    /**
     * The bytes of an allocated section, or of an Arm object's attributes.
     *
     * @param section its index
     * @return the bytes, not to be changed; empty for SHT_NOBITS, null for a section that is not loaded
     * @throws EngineException if they had to be read again and the file has changed or gone
     */
    public byte[] content(int section) throws EngineException {
        return loaded().contents()[section];
    }

    /**
     * The relocations in a section of type SHT_REL or SHT_RELA.
     *
     * @param section the index of the relocation section
     * @return columns, or null if that section does not relocate an allocated one
     * @throws EngineException if they had to be read again and the file has changed or gone
     */
    public Relocations relocations(int section) throws EngineException {
        return loaded().relocations()[section];
    }

    /**
     * Its section groups.
     *
     * @return in the order of the file
     * @throws EngineException if they had to be read again and the file has changed or gone
     */
    public List<Group> groups() throws EngineException {
        return loaded().groups();
    }

    /**
     * Whether the file on disk is no longer the one that was read.
     *
     * @return true if its size, time or inode differ, or it has gone
     */
    public boolean stale() {
        return path != null && !stamp.equals(FileStamp.ofOrNull(path));
    }

    /** The SHA-256 of all that a relink takes from this object, as it was read; a larger file that has changed is refused. */
    byte[] digest(MessageDigest sha) throws EngineException {
        Loaded now = loaded();
        return ObjectDigest.of(sha, now.file(), now.contents());
    }

    private synchronized Loaded loaded() throws EngineException {
        Loaded kept = inMemory != null ? inMemory : loaded.get();
        if (kept == null) {
            try (ElfFile file = member == null ? ElfFile.open(path) : ElfFile.of(name, memberBytes())) {
                kept = load(linked(file, path, member));
            }
            requireFresh();
            loaded = new SoftReference<>(kept);
        }
        return kept;
    }

    private void requireFresh() throws EngineException {
        if (stale()) {
            throw new EngineException(
                    "stale-kit", path.toString(), null, "changed while the kit was open", "open the kit again");
        }
    }
}
