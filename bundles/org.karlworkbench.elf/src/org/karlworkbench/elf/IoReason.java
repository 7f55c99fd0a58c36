package org.karlworkbench.elf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;

/** An input or output fault in words, with what helps against it. */
record IoReason(String problem, String cure) {

    private static final IoReason MISSING = new IoReason("no such file or folder", "check the name");
    private static final IoReason DENIED =
            new IoReason("permission denied", "check the owner and mode of the file and of its folder");

    /** The operating system's words, in lower case, and ours for them; the JDK has no types for these. */
    private static final List<Known> KNOWN = List.of(
            new Known("no such file", MISSING),
            new Known("permission denied", DENIED),
            new Known("operation not permitted", DENIED),
            new Known(
                    "no space left",
                    new IoReason("no space left on device", "free some space or choose another folder")),
            new Known(
                    "quota exceeded", new IoReason("disk quota exceeded", "free some space or choose another folder")),
            new Known(
                    "read-only file system",
                    new IoReason("read-only file system", "choose a folder that can be written")),
            new Known("is a directory", new IoReason("is a folder, not a file", "name a file")),
            new Known("not a directory", new IoReason("a part of the path is no folder", "check the name")),
            new Known("too many open files", new IoReason("too many open files", "raise the limit with ulimit -n")),
            new Known("file name too long", new IoReason("the file name is too long", "choose a shorter name")),
            new Known(
                    "too many levels of symbolic links",
                    new IoReason("symbolic links go in a circle", "check the links")),
            new Known(
                    "input/output error",
                    new IoReason("the device reports an input/output error", "check the disk, and the name")));

    private record Known(String words, IoReason reason) {}

    /** The reason behind an exception of the JDK; never null. */
    static IoReason of(IOException e) {
        IoReason typed = byType(e);
        return typed != null ? typed : byWords(words(e));
    }

    private static IoReason byType(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> MISSING;
            case AccessDeniedException _ -> DENIED;
            case FileAlreadyExistsException _ -> new IoReason("exists already", "remove it or choose another name");
            case DirectoryNotEmptyException _ -> new IoReason("the folder is not empty", "empty it or choose another");
            case NotDirectoryException _ -> new IoReason("is not a folder", "name a folder");
            default -> null;
        };
    }

    private static IoReason byWords(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (Known known : KNOWN) {
            if (lower.contains(known.words())) {
                return known.reason();
            }
        }
        return new IoReason(words, null);
    }

    private static String words(IOException e) {
        String words =
                switch (e) {
                    case FileSystemException system -> system.getReason();
                    // "NAME (words)": the name must not decide which words are found
                    case FileNotFoundException missing -> lastParenthesis(missing.getMessage());
                    default -> e.getMessage();
                };
        return words == null || words.isBlank() ? e.getClass().getSimpleName() : words;
    }

    private static String lastParenthesis(String message) {
        int open = message == null ? -1 : message.lastIndexOf('(');
        return open >= 0 && message.endsWith(")") ? message.substring(open + 1, message.length() - 1) : message;
    }
}
