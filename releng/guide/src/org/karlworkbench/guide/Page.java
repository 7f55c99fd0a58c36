package org.karlworkbench.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One document, read.
 *
 * @param source the Markdown file
 * @param text its text
 * @param headings its headings in their order, each with the name by which links reach it
 */
record Page(Path source, Node text, Map<Node, String> headings) {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    /** Reads a Markdown file. */
    static Page read(Path source) throws IOException {
        Node text = Parser.builder().extensions(TABLES).build().parse(Files.readString(source));
        Map<Node, String> headings = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String name = name(words(heading));
                int before = seen.merge(name, 1, Integer::sum) - 1;
                headings.put(heading, before == 0 ? name : name + "-" + before);
            }
        });
        return new Page(source, text, headings);
    }

    /** The name of a heading as code forges give it: small letters, hyphens for blanks, no other punctuation. */
    private static String name(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The text of a node without its marks. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** The name of the page's file in the guide. */
    String file() {
        return source.getFileName().toString().replaceFirst("\\.md$", ".html").toLowerCase(Locale.ROOT);
    }

    /** The page's title, which is its first heading. */
    String title() {
        return words(headings.keySet().iterator().next());
    }

    /** The headings of the second level. */
    List<Heading> chapters() {
        List<Heading> chapters = new ArrayList<>();
        for (Node heading : headings.keySet()) {
            if (heading instanceof Heading chapter && chapter.getLevel() == 2) {
                chapters.add(chapter);
            }
        }
        return chapters;
    }

    /** The page as HTML. */
    String html(Links links) {
        text.accept(links.of(this));
        String body = HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(_ -> (node, _, attributes) -> {
                    if (headings.containsKey(node)) {
                        attributes.put("id", headings.get(node));
                    }
                })
                .build()
                .render(text);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <title>%s</title>
                <link rel="stylesheet" href="guide.css">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(Contents.escape(title()), body);
    }
}
