package org.karlworkbench.elf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.karlworkbench.elf.ElfException;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.elf.Progress;

/** One clear line for each fault. */
class EngineExceptionTest {
    private static final Path FILE = Path.of("kit", "x.o");

    @Test
    void lineHasFilePlaceProblemAndCure() {
        assertEquals("f: p: wrong; do this", new EngineException("c", "f", "p", "wrong", "do this").line());
        assertEquals("f: wrong", new EngineException("c", "f", null, "wrong", null).line());
        assertEquals("wrong", new EngineException(null, null, null, "wrong", null).line());
        assertThrows(NullPointerException.class, () -> new EngineException("c", "f", "p", null, "do this"));
    }

    @Test
    void lineCannotBeForged() {
        String line =
                new EngineException("c", "a\nb: fine\u001b[1m\u202egnp.exe\u2028\u0085", null, "wrong", null).line();
        assertEquals("a\\nb: fine\\x1b[1m\\u202egnp.exe\\u2028\\x85: wrong", line);
    }

    @Test
    void printableLeavesTheRestAlone() {
        String plain = "größe C:\\dir 名 \ud83d\ude00";
        assertSame(plain, Printable.of(plain));
        assertEquals("\\ud83d!", Printable.of("\ud83d!"));
        assertEquals("\\t\\r\\x00\\x7f", Printable.of("\t\r\0\u007f"));
    }

    @Test
    void elfExceptionNamesTheEntry() {
        ElfException e = new ElfException("x.o", "symbol", 5, 0x1f0, "st_name 7 lies outside the string table");
        assertEquals(
                "x.o: symbol 5 at offset 0x1f0: st_name 7 lies outside the string table; "
                        + "replace the file by an intact copy",
                e.line());
        assertEquals("bad-elf", e.code());
        assertEquals(
                "x.o: ELF header: wrong; replace the file by an intact copy",
                new ElfException("x.o", "ELF header", -1, -1, "wrong").line());
    }

    @Test
    void inputAndOutputFaultsInWords() {
        assertEquals("kit/x.o: no such file or folder; check the name", io(new NoSuchFileException("x.o")));
        assertEquals(
                "kit/x.o: no such file or folder; check the name",
                io(new FileNotFoundException("permission denied (No such file or directory)")));
        assertEquals(
                "kit/x.o: permission denied; check the owner and mode of the file and of its folder",
                io(new AccessDeniedException("x.o")));
        assertEquals(
                "kit/x.o: permission denied; check the owner and mode of the file and of its folder",
                io(new FileNotFoundException("x.o (Permission denied)")));
        assertEquals(
                "kit/x.o: no space left on device; free some space or choose another folder",
                io(new IOException("No space left on device")));
        assertEquals(
                "kit/x.o: read-only file system; choose a folder that can be written",
                io(new FileSystemException("x.o", null, "Read-only file system")));
        assertEquals(
                "kit/x.o: exists already; remove it or choose another name", io(new FileAlreadyExistsException("x.o")));
        assertEquals("kit/x.o: something rare", io(new IOException("something rare")));
        assertEquals("kit/x.o: IOException", io(new IOException()));
    }

    @Test
    void aFullDeviceSaysSo() {
        Path full = Path.of("/dev/full");
        IOException e = assertThrows(IOException.class, () -> Files.write(full, new byte[10]));
        assertEquals("no space left on device", EngineException.io(full, e).getMessage());
        assertSame(e, EngineException.io(full, e).getCause());
    }

    private static String io(IOException e) {
        return EngineException.io(FILE, e).line();
    }

    @Test
    void progressStopsWhenCancelled() {
        Progress.NONE.begin("phase", 1);
        Progress.NONE.worked(1);
        Progress.NONE.say("words");
        Progress.NONE.checkCancelled();
        assertFalse(Progress.NONE.cancelled());
        assertThrows(CancellationException.class, Progress.silent(() -> true)::checkCancelled);
    }
}
