package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands last on the command line of a link.
 *
 * @param objects the objects
 * @param libraries the libraries between and behind them
 */
record LinkTail(List<String> objects, List<LibraryGroup> libraries) {
    private static final Set<String> BEGINS = Set.of("--start-group", "-start-group", "-(");
    private static final Set<String> ENDS = Set.of("--end-group", "-end-group", "-)");

    /** Reads words; those that are neither objects nor libraries are passed over. */
    static LinkTail of(List<String> words) {
        List<String> objects = new ArrayList<>();
        List<LibraryGroup> libraries = new ArrayList<>();
        List<String> group = null;
        for (String word : words) {
            if (LinkLine.isObject(word)) {
                objects.add(word);
            } else if (BEGINS.contains(word)) {
                group = new ArrayList<>();
            } else if (ENDS.contains(word) && group != null) {
                libraries.add(new LibraryGroup(group, objects.size()));
                group = null;
            } else if (isLibrary(word) && group != null) {
                group.add(fileName(word));
            } else if (isLibrary(word)) {
                libraries.add(new LibraryGroup(List.of(fileName(word)), objects.size()));
            }
        }
        if (group != null) { // linkers end a group that is left open
            libraries.add(new LibraryGroup(group, objects.size()));
        }
        return new LinkTail(List.copyOf(objects), List.copyOf(libraries));
    }

    /** The libraries alone, behind all objects. */
    LinkTail librariesLast() {
        return new LinkTail(
                List.of(),
                libraries.stream()
                        .map(group -> new LibraryGroup(group.files(), Integer.MAX_VALUE))
                        .toList());
    }

    static boolean isLibrary(String word) {
        return word.endsWith(".a") && !word.startsWith("-") && word.length() > 2;
    }

    /** A kit's files lie in one folder, wherever they lay when the kernel was built. */
    private static String fileName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
