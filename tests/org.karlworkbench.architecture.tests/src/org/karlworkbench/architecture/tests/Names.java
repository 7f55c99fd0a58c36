package org.karlworkbench.architecture.tests;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Questions about dotted names. */
final class Names {
    /** What the symbolic names and packages of our own bundles begin with. */
    static final String OURS = "org.karlworkbench.";

    private Names() {}

    /** True if {@code name} is {@code prefix} or lies below it. */
    static boolean isWithin(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    /** True for what the JDK brings. */
    static boolean isJdk(String name) {
        return isWithin(name, "java") || isWithin(name, "javax") || isWithin(name, "jdk");
    }

    /**
     * The room to which one of our own names belongs: the longest that fits, as {@code ui.canvas} lies within
     * {@code ui}.
     *
     * @param name a symbolic name or a package that begins with {@link #OURS}
     */
    static Optional<String> room(String name, Collection<String> rooms) {
        String inside = name.substring(OURS.length());
        return rooms.stream().filter(room -> isWithin(inside, room)).max(Comparator.comparingInt(String::length));
    }
}
