package org.karlworkbench.kit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The name of a file inside an archive, taken apart.
 *
 * @param folder the folder it lies in, without slashes at the ends; empty for the archive's root
 * @param file the last part of its name; empty for the root itself
 */
record MemberName(String folder, String file) {
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;
    private static final int DEEPEST = 16;

    /** A name that must not be unpacked; the message says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** Checks a name as it stands in the archive; {@code ./} and double slashes are taken out. */
    static MemberName of(String raw) throws Refused {
        if (raw.length() > LONGEST) {
            throw new Refused("a name of " + raw.length() + " characters");
        }
        if (hasUnsafe(raw)) {
            throw new Refused("a name with control characters");
        }
        if (raw.startsWith("/")) {
            throw new Refused("an absolute name");
        }
        List<String> parts = new ArrayList<>();
        for (String part : raw.split("/")) {
            if (part.equals("..")) {
                throw new Refused("a name that leads out of the kit by ..");
            }
            if (part.length() > LONGEST_PART) {
                throw new Refused("a name of " + part.length() + " characters");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.size() > DEEPEST) {
            throw new Refused("a name " + parts.size() + " folders deep");
        }
        return parts.isEmpty()
                ? new MemberName("", "")
                : new MemberName(String.join("/", parts.subList(0, parts.size() - 1)), parts.getLast());
    }

    /** The name that a symbolic link in this name's folder means, which lies in the archive or is refused. */
    MemberName sibling(String raw) throws Refused {
        if (raw.startsWith("/")) {
            throw new Refused("an absolute name");
        }
        Deque<String> parts = new ArrayDeque<>(folder.isEmpty() ? List.of() : List.of(folder.split("/")));
        for (String part : raw.split("/")) {
            if (!part.equals("..")) {
                parts.addLast(part);
            } else if (parts.pollLast() == null) {
                throw new Refused("a name that leads out of the archive by ..");
            }
        }
        return of(String.join("/", parts));
    }

    /** Whether the file lies in a folder or below it. */
    boolean isBelow(String outer) {
        return outer.isEmpty() || folder.equals(outer) || folder.startsWith(outer + "/");
    }

    /** Whether a name has characters that forge lines: controls, and marks that turn or hide text. */
    static boolean hasUnsafe(String name) {
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if ((c < ' ' || c > '~') && isUnsafe(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The whole name, in one spelling. */
    String path() {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
