package org.karlworkbench.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.compare.Comparison;
import org.karlworkbench.compare.gadgets.GadgetComparison;
import org.karlworkbench.compare.report.ComparisonReport;
import org.karlworkbench.elf.Progress;
import org.karlworkbench.layout.Layout;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The report is one page that needs nothing else, and tells the figures of the comparison. */
class ReportTest {
    @TempDir
    Path folder;

    private static Document parsed(String html) throws Exception {
        String xml = html.substring(html.indexOf("<html"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void figuresMapsAndDifferencesAreInIt() throws Exception {
        RandomKit kit = new RandomKit(folder.resolve("kit"), RandomKit.Machine.AMD64, 3);
        Layout a = kit.relink("a", 1, true);
        Layout b = kit.relink("b", 2, true);
        Comparison comparison = Comparison.of(a, b, kit.kit, null, Progress.NONE);
        Path file = folder.resolve("report.html");
        ComparisonReport.write(comparison, GadgetComparison.of(comparison, kit.kit, null, Progress.NONE), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String html = Files.readString(file);
        Document page = parsed(html);
        assertEquals(1, page.getElementsByTagName("svg").getLength());
        int ribbons = page.getElementsByTagName("path").getLength()
                + page.getElementsByTagName("polygon").getLength();
        assertTrue(ribbons >= 10, "ribbons");
        String text = page.getDocumentElement().getTextContent();
        assertTrue(text.contains("Kendall's tau"));
        assertTrue(text.contains("survivors"));
        assertTrue(text.contains("o7.o"));
        assertEquals(0, page.getElementsByTagName("script").getLength());
        assertEquals(0, page.getElementsByTagName("link").getLength());
        assertFalse(html.replace("http://www.w3.org/2000/svg", "").contains("http"), "no address of the net");
    }

    @Test
    void namesFromFilesAreEscaped() throws Exception {
        RandomKit kit = new RandomKit(folder.resolve("kit"), RandomKit.Machine.AMD64, 3);
        Layout plain = kit.relink("a", 1, true);
        Path evil = folder.resolve("<script>alert(1)<b>&\u202e\"");
        Files.copy(plain.kernel(), evil);
        Layout a = Layout.read(evil, kit.kit, plain.places(), Progress.NONE);
        Comparison comparison = Comparison.of(a, kit.relink("b", 2, true), kit.kit, null, Progress.NONE);
        String html = ComparisonReport.html(comparison, null);
        assertEquals(0, parsed(html).getElementsByTagName("script").getLength());
        assertFalse(html.contains("<script"));
        assertTrue(html.contains("&lt;script&gt;"));
    }
}
