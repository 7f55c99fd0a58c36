package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karlworkbench.ui.Ids;
import org.karlworkbench.ui.open.Opener;

/** The user guide is in the workbench, and F1 knows every part of it. */
class HelpTest {
    private static final String OURS = "org.karlworkbench.ui.";

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @Test
    void everyPageOfTheGuideIsThere() throws IOException {
        IToc guide = Arrays.stream(HelpSystem.getTocs())
                .filter(toc -> toc.getLabel().equals("KARL Workbench"))
                .findFirst()
                .orElseThrow();
        List<String> chapters =
                Arrays.stream(guide.getTopics()).map(ITopic::getLabel).toList();
        assertTrue(
                chapters.containsAll(List.of("A walk through the workbench", "The karl command")), chapters::toString);
        for (ITopic topic : guide.getTopics()) {
            assertPage(topic);
            for (ITopic part : topic.getSubtopics()) {
                assertPage(part);
            }
        }
    }

    @Test
    void thePicturesOfTheGuideAreThere() throws IOException {
        Pattern picture = Pattern.compile("<img src=\"([^\"]+)\"");
        List<String> pictures = picture.matcher(text("/org.karlworkbench.help/guide/readme.html"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(!pictures.isEmpty(), "README.md has a picture");
        for (String name : pictures) {
            try (InputStream in = HelpSystem.getHelpContent("/org.karlworkbench.help/guide/" + name)) {
                assertNotNull(in, name);
            }
        }
    }

    @Test
    void everyViewEditorWizardAndPageHasWordsForF1() throws IOException {
        Set<String> parts = new TreeSet<>();
        parts.addAll(ids("org.eclipse.ui.views", "view"));
        parts.addAll(ids("org.eclipse.ui.editors", "editor"));
        parts.addAll(ids("org.eclipse.ui.newWizards", "wizard"));
        parts.addAll(ids("org.eclipse.ui.preferencePages", "page"));
        assertTrue(
                parts.containsAll(List.of(OURS + "ledgerView", OURS + "kitEditor", OURS + "newKit")), parts::toString);
        for (String part : parts) {
            assertContext(part);
        }
    }

    @Test
    void everyContextLeadsToPages() throws IOException {
        try (InputStream in = HelpSystem.getHelpContent("/org.karlworkbench.help/contexts.xml")) {
            String contexts = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    + text("/org.karlworkbench.help/guide/fields.xml");
            List<String> names = Pattern.compile("<context id=\"([^\"]+)\"")
                    .matcher(contexts)
                    .results()
                    .map(MatchResult::group)
                    .map(start -> start.substring(start.indexOf('"') + 1, start.length() - 1))
                    .toList();
            assertTrue(names.size() > 150, names::toString);
            for (String name : names) {
                assertContext(OURS + name);
            }
        }
    }

    @Test
    void everyViewKnowsItsContext() {
        for (String view : ids("org.eclipse.ui.views", "view")) {
            Views.show(view);
            assertKnown(view);
        }
    }

    @Test
    void editorsKnowTheirContexts() {
        Demo.open(Demo.kit());
        assertKnown(OURS + "kitEditor");
        for (String page : List.of("Overview", "Objects", "Gaps", "Recipes")) {
            Windows.tab("kit.tabs", page);
            assertKnown(OURS + "kitPage-" + page.toLowerCase());
        }
        Demo.open(Demo.twoRelinks().getFirst());
        assertKnown(OURS + "kernelEditor");
        Ui.run(() -> Opener.start(Ui.page()));
        assertKnown(OURS + "startEditor");
    }

    @Test
    void f1TellsAboutTheViewWithTheFocus() {
        Views.hide(Ids.BISECT_VIEW);
        Views.show(Ids.BISECT_VIEW);
        Ui.run(() -> Ui.page().activate(Ui.page().findView(Ids.BISECT_VIEW)));
        Robot.key("F1");
        HelpShown.until("The search for the smallest difference");
        Ui.run(() -> Ui.page().hideView(Ui.page().findView("org.eclipse.help.ui.HelpView")));
    }

    @Test
    void theHelpOfADialogIsBesideIt() {
        Windows.tool("Brings a link-kit");
        try {
            Robot.click(Windows.button("Help"));
            HelpShown.until("Brings a link-kit into the workspace");
            Shots.take("help-dialog");
        } finally {
            WizardPages.cancel();
        }
    }

    @Test
    void theWorkbenchServesThePagesToThisMachineOnly() throws IOException {
        URL url = Ui.get(() -> PlatformUI.getWorkbench()
                .getHelpSystem()
                .resolve("/org.karlworkbench.help/guide/workbench.html", true));
        assertEquals("127.0.0.1", url.getHost());
        try (InputStream in = url.openStream()) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(page.contains("A walk through the workbench"), page);
        }
    }

    private static List<String> ids(String point, String element) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .filter(each -> each.getName().equals(element))
                .map((IConfigurationElement each) -> each.getAttribute("id"))
                .filter(id -> id.startsWith(OURS))
                .toList();
    }

    private static void assertContext(String id) throws IOException {
        IContext context = HelpSystem.getContext(id);
        assertNotNull(context, () -> "contexts.xml of the help bundle has nothing about " + id);
        assertTrue(!context.getText().isBlank(), id);
        List<IHelpResource> topics = new ArrayList<>(List.of(context.getRelatedTopics()));
        assertTrue(!topics.isEmpty(), () -> "no page says more about " + id);
        for (IHelpResource topic : topics) {
            assertPage(topic);
        }
    }

    /** A page is there, and the heading in it to which the link leads. */
    private static void assertPage(IHelpResource topic) throws IOException {
        URI href = URI.create(topic.getHref());
        String page = text(href.getPath());
        if (href.getFragment() != null) {
            assertTrue(page.contains("id=\"" + href.getFragment() + "\""), topic::getHref);
        }
    }

    private static String text(String href) throws IOException {
        try (InputStream in = HelpSystem.getHelpContent(href)) {
            assertNotNull(in, () -> "no page " + href);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertKnown(String context) {
        Ui.until("F1 knows " + context, () -> HelpShown.knows(context));
    }
}
