package org.karlworkbench.machine.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changes below a folder that a process asked the system for, from the words of strace, as the lines of operations. */
final class SystemCalls {
    /** All calls of Linux by which names, contents or modes of files change; an unknown one of another machine is left out. */
    static final String WATCHED = "?open,?openat,?openat2,?creat,?write,?writev,?pwrite64,?pwritev,?pwritev2,?sendfile,"
            + "?copy_file_range,?splice,?truncate,?ftruncate,?fallocate,?fsync,?fdatasync,?sync_file_range,?rename,"
            + "?renameat,?renameat2,?link,?linkat,?symlink,?symlinkat,?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,?mknod,"
            + "?mknodat,?chmod,?fchmod,?fchmodat,?fchmodat2,?chown,?fchown,?lchown,?fchownat,?utimensat,?setxattr,"
            + "?lsetxattr,?fsetxattr,?removexattr,?ioctl";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern OPENED = Pattern.compile("\\d+<([^>]*)>.*");

    private final Path root;
    private final List<String> lines = new ArrayList<>();

    SystemCalls(Path root) {
        this.root = root;
    }

    List<String> read(List<String> trace) {
        Map<String, String> begun = new HashMap<>();
        for (String each : trace) {
            Matcher line = LINE.matcher(each);
            if (!line.matches()) {
                continue;
            }
            String thread = line.group(1);
            String text = line.group(2);
            Matcher resumed = RESUMED.matcher(text);
            if (text.endsWith(UNFINISHED)) {
                begun.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            } else {
                call(resumed.matches() ? begun.remove(thread) + resumed.group(1) : text);
            }
        }
        return lines;
    }

    private void call(String text) {
        Matcher call = CALL.matcher(text);
        if (!text.contains(root + "/") && !text.contains(root + ">") || !call.matches()) {
            return;
        }
        if (!call.group(3).startsWith("-1")) {
            call(call.group(1), call.group(2));
        }
    }

    private void call(String name, String arguments) {
        List<String> names =
                QUOTED.matcher(arguments).results().map(found -> found.group(1)).toList();
        switch (name) {
            case "open", "openat" -> opened(names.getFirst(), arguments);
            case "write", "writev" -> written(inside(file(arguments)));
            case "fsync" -> lines.add("SYNC " + inside(file(arguments)));
            case "mkdir", "mkdirat" -> lines.add("FOLDER " + inside(names.getFirst()));
            case "unlink", "unlinkat", "rmdir" -> lines.add("REMOVE " + inside(names.getFirst()));
            case "rename", "renameat", "renameat2" ->
                lines.add("RENAME " + inside(names.getFirst()) + " " + inside(names.getLast()));
            case "link", "linkat" -> lines.add("LINK " + inside(names.getFirst()) + " " + inside(names.getLast()));
            case "ioctl" -> assertTrue(arguments.contains("TCGETS"), arguments);
            default -> lines.add(name + "(" + arguments + ")");
        }
    }

    private void opened(String path, String arguments) {
        if (arguments.contains("O_CREAT")) {
            assertTrue(arguments.contains("O_EXCL"), arguments);
            lines.add("CREATE " + inside(path));
        } else if (arguments.contains("O_APPEND")) {
            lines.add("APPEND " + inside(path));
        } else {
            // opened for writing without either is the lock, into which nothing is ever written
            boolean writes = arguments.contains("O_WRONLY") || arguments.contains("O_RDWR");
            assertTrue(!writes || path.endsWith("/lock"), arguments);
            assertTrue(!arguments.contains("O_TRUNC"), arguments);
        }
    }

    /** A file is written directly after it was made or opened for appending, and never otherwise. */
    private void written(String path) {
        String last = lines.getLast();
        assertTrue(last.equals("CREATE " + path) || last.equals("APPEND " + path), path + " written after " + last);
    }

    private static String file(String arguments) {
        Matcher opened = OPENED.matcher(arguments);
        assertTrue(opened.matches(), arguments);
        return opened.group(1);
    }

    private String inside(String path) {
        return root.relativize(Path.of(path)).toString();
    }
}
