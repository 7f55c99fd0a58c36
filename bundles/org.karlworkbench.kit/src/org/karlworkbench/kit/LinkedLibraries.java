package org.karlworkbench.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.library.LibrarySearch;
import org.karlworkbench.kit.makefile.LibraryGroup;

/**
 * What a kit's libraries bring into its kernel: members that something before them needs. Libraries stand behind the body,
 * so that no order of it decides which these are; they are linked where the library stands, as parts of the tail.
 */
final class LinkedLibraries {
    private static final String LLD = "lld";

    private final KitPlan plan;
    private final Path folder;
    private final Map<String, ObjectFile> objects;
    private final KitChecks checks;
    private final LibrarySearch search;
    private final List<String> tail = new ArrayList<>();
    private boolean damaged;

    /**
     * A search that has not begun.
     *
     * @param plan what is linked besides
     * @param folder where the libraries lie
     * @param objects the kit's objects by name; gets the members that are linked
     * @param checks told of libraries that are missing or damaged
     */
    LinkedLibraries(KitPlan plan, Path folder, Map<String, ObjectFile> objects, KitChecks checks) {
        this.plan = plan;
        this.folder = folder;
        this.objects = objects;
        this.checks = checks;
        search = new LibrarySearch(folder);
        search.define(GapObject.ENDBOOT);
    }

    /**
     * Searches the libraries.
     *
     * @param libraries in the order of the command line
     * @param linker the base system's: lld looks for what is missing in libraries before, too, as if all were a group
     * @return the plan, with the members that are linked in its tail
     */
    KitPlan search(List<LibraryGroup> libraries, String linker) {
        plan.head().forEach(this::take);
        plan.body().forEach(this::take);
        int next = 0;
        for (LibraryGroup group : libraries) {
            int behind = Math.max(next, Math.min(group.behind(), plan.tail().size()));
            keep(plan.tail().subList(next, behind));
            next = behind;
            group.files().stream().filter(library -> !isThere(library)).forEach(checks::missingLibrary);
            search(group.files());
        }
        keep(plan.tail().subList(next, plan.tail().size()));
        if (linker.equals(LLD)) {
            search.settleCommons();
            search(libraries.stream()
                    .flatMap(group -> group.files().stream())
                    .distinct()
                    .toList());
        }
        return plan.withTail(List.copyOf(tail));
    }

    private void keep(List<String> names) {
        names.forEach(this::take);
        tail.addAll(names);
    }

    private void take(String name) {
        if (objects.containsKey(name)) {
            search.add(objects.get(name));
        }
    }

    private boolean isThere(String library) {
        return Files.isRegularFile(folder.resolve(library));
    }

    private void search(List<String> libraries) {
        try {
            for (ObjectFile member :
                    search.search(libraries.stream().filter(this::isThere).toList())) {
                objects.put(member.name(), member);
                tail.add(member.name());
            }
        } catch (EngineException e) {
            if (!damaged) {
                checks.badObject(e.file() == null ? libraries.getFirst() : fileName(e.file()), e);
            }
            damaged = true;
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
