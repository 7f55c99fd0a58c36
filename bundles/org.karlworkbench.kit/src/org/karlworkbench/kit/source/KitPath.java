package org.karlworkbench.kit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Judges a name that a kit's Makefile or script gives to a linker: it may lead to nothing outside the kit's folder. */
public final class KitPath {
    private static final int LONGEST = 1024;

    private KitPath() {}

    /**
     * Why a name must not be used.
     *
     * @param kit the kit's folder
     * @param name a name relative to it, as it is spelled
     * @return the reason in a few words; null if the name is inside the kit, whether such a file exists or not
     */
    public static String fault(Path kit, String name) {
        if (name.isEmpty() || name.length() > LONGEST || MemberName.hasUnsafe(name)) {
            return "this is no file name";
        }
        // = and $SYSROOT stand for the linker's system root, - and @ for options
        if ("-@=$~".indexOf(name.charAt(0)) >= 0) {
            return "a linker takes this name for something else";
        }
        if (leadsOutside(name)) {
            return "it leads outside the kit";
        }
        try {
            Path file = kit.resolve(name);
            boolean inside = !Files.exists(file) || file.toRealPath().startsWith(kit.toRealPath());
            return inside ? null : "it is a link that leads outside the kit";
        } catch (InvalidPathException e) {
            return "this is no file name";
        } catch (IOException e) {
            return "it cannot be found out where it leads";
        }
    }

    /**
     * The plain file that a name stands for, wherever links lead.
     *
     * @param kit the kit's folder
     * @param name a name relative to it
     * @return the file; null if there is none
     */
    public static Path file(Path kit, String name) {
        try {
            Path file = kit.resolve(name).normalize();
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /**
     * Whether a name leads out of any folder by its spelling alone.
     *
     * @param name a file name
     * @return true if it is absolute or has a {@code ..} in it
     */
    public static boolean leadsOutside(String name) {
        return name.startsWith("/")
                || name.equals("..")
                || name.startsWith("../")
                || name.endsWith("/..")
                || name.contains("/../");
    }
}
