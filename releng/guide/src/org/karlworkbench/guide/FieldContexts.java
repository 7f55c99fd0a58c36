package org.karlworkbench.guide;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * What F1 says in the single fields of the workbench, in the form that its help reads: from the tables of docs/fields.md, a row
 * for each field.
 */
final class FieldContexts extends AbstractVisitor {
    private static final int CELLS = 4;

    private final Page page;
    private final StringBuilder xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <?NLS TYPE="org.eclipse.help.contexts"?>
            <contexts>
            """);
    private String section = "";
    private String more = "";

    private FieldContexts(Page page) {
        this.page = page;
    }

    /**
     * The file's text.
     *
     * @param page fields.md, whose links lead to other documents as yet
     * @throws IllegalStateException if a row is none about a field
     */
    static String xml(Page page) {
        FieldContexts contexts = new FieldContexts(page);
        page.text().accept(contexts);
        return contexts.xml.append("</contexts>\n").toString();
    }

    @Override
    public void visit(Heading heading) {
        section = topic(Page.words(heading), page.file() + "#" + page.headings().get(heading));
        more = "";
    }

    @Override
    public void visit(Link link) {
        more = topic(Page.words(link), link.getDestination().replaceFirst("\\.md(#|$)", ".html$1"));
    }

    private static String topic(String label, String href) {
        return "<topic label=\"" + Contents.escape(label) + "\" href=\"guide/" + href + "\"/>\n";
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row && row.getParent() instanceof TableBody) {
            field(cells(row));
        }
        visitChildren(node);
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(Page.words(cell));
            }
        }
        return cells;
    }

    private void field(List<String> cells) {
        if (cells.size() != CELLS || cells.get(CELLS - 1).isBlank()) {
            throw new IllegalStateException(page.source() + ": no row about a field: " + cells);
        }
        String command = cells.get(2).isBlank() ? "" : " In the command: " + cells.get(2) + ".";
        String id = cells.get(CELLS - 1).replace('.', '-').replace("*", "any");
        xml.append("<context id=\"field-").append(Contents.escape(id)).append("\" title=\"");
        xml.append(Contents.escape(cells.get(0))).append("\">\n<description>");
        xml.append(Contents.escape(cells.get(1) + command)).append("</description>\n");
        xml.append(more).append(section).append("</context>\n");
    }
}
