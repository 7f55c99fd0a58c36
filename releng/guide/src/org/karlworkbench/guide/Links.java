package org.karlworkbench.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Where links lead: from document to document in the repository, from page to page in the guide. */
final class Links {
    private final Path root;
    private final Map<Path, Page> pages;

    /**
     * @param root the repository's folder
     * @param pages the pages of the guide by their documents
     */
    Links(Path root, Map<Path, Page> pages) {
        this.root = root;
        this.pages = pages;
    }

    /** Turns the links of a page to those of the guide; throws IllegalStateException when one leads nowhere. */
    AbstractVisitor of(Page page) {
        return new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (!link.getDestination().matches("[a-z]+:.*")) {
                    turn(page, link);
                }
            }

            @Override
            public void visit(Image image) {
                Path file = beside(page, image.getDestination());
                require(
                        Files.exists(file) && file.startsWith(root.resolve("docs/images")),
                        page,
                        image.getDestination());
                image.setDestination("images/" + file.getFileName());
            }
        };
    }

    private void turn(Page page, Link link) {
        String[] parts = link.getDestination().split("#", 2);
        Path file = parts[0].isEmpty() ? page.source() : beside(page, parts[0]);
        require(Files.exists(file), page, link.getDestination());
        Page target = pages.get(file);
        if (target == null) {
            unlink(link); // a file of the repository that is no page of the guide
            return;
        }
        require(parts.length == 1 || target.headings().containsValue(parts[1]), page, link.getDestination());
        link.setDestination(target.file() + (parts.length == 1 ? "" : "#" + parts[1]));
    }

    private static void unlink(Link link) {
        Emphasis words = new Emphasis();
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            words.appendChild(child);
        }
        link.insertAfter(words);
        link.unlink();
    }

    private static Path beside(Page page, String destination) {
        return page.source().resolveSibling(destination).normalize();
    }

    private static void require(boolean met, Page page, String destination) {
        if (!met) {
            throw new IllegalStateException(page.source() + ": the link to " + destination + " leads nowhere");
        }
    }
}
