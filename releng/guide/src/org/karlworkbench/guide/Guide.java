package org.karlworkbench.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the user guide of the workbench's help from the very documents that stand in the repository: README.md first, then
 * those of docs/ in the order in which README.md names them under "More". Every link has to lead somewhere. What F1 says in fields comes from docs/fields.md.
 */
public final class Guide {
    private static final Pattern MORE =
            Pattern.compile("^\\* \\[docs/[\\w-]+\\.md]\\((docs/[\\w-]+\\.md)\\)", Pattern.MULTILINE);

    private final Path root;
    private final Map<Path, Page> pages = new LinkedHashMap<>();

    private Guide(Path root) {
        this.root = root;
    }

    /**
     * Writes the guide.
     *
     * @param arguments the repository's folder, and the folder to write to, which is made anew
     * @throws IOException if a document cannot be read or a page not be written
     * @throws IllegalStateException if a link leads nowhere, or README.md does not name a document
     */
    public static void main(String[] arguments) throws IOException {
        new Guide(Path.of(arguments[0]).toRealPath()).write(Path.of(arguments[1]));
    }

    private void write(Path folder) throws IOException {
        for (Path document : documents()) {
            pages.put(document, Page.read(document));
        }
        empty(folder);
        String fields = FieldContexts.xml(pages.get(root.resolve("docs/fields.md"))); // before links are turned
        Files.writeString(folder.resolve("fields.xml"), fields);
        for (Page page : pages.values()) {
            Files.writeString(folder.resolve(page.file()), page.html(new Links(root, pages)));
        }
        Files.writeString(folder.resolve("toc.xml"), new Contents(List.copyOf(pages.values())).xml());
        Files.copy(root.resolve("releng/guide/guide.css"), folder.resolve("guide.css"));
        copy(root.resolve("docs/images"), Files.createDirectories(folder.resolve("images")));
    }

    private List<Path> documents() throws IOException {
        Path readme = root.resolve("README.md");
        List<Path> documents = new ArrayList<>(List.of(readme));
        MORE.matcher(Files.readString(readme))
                .results()
                .map(match -> root.resolve(match.group(1)))
                .forEach(documents::add);
        for (Path document : list(root.resolve("docs"))) {
            if (document.toString().endsWith(".md") && !documents.contains(document)) {
                throw new IllegalStateException(readme + " does not name " + document + " under \"More\"");
            }
        }
        return documents;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : list(from)) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
