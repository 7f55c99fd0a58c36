package org.karlworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons whose kit loses what lies around it, whose takers write as people do, and whose kits' names begin alike. */
class LessonHardshipTest {
    private static final String KIT = "ten-amd64";

    @TempDir
    Path folder;

    @BeforeEach
    void cleanDesk() {
        Demo.cleanDesk();
    }

    @AfterEach
    void leaveTheView() {
        LessonHand.leave();
    }

    private void open(String lesson) {
        LessonHand.open(folder, lesson.getBytes(StandardCharsets.UTF_8));
        Ui.until("the lesson is shown", () -> Windows.shows("lesson.title"));
        LessonHand.reset();
    }

    private static String asking(String fact) {
        return "## One\n\n[Open the Kit](do:kit objects)\n\n[Relink](do:relink 7)\n\n[Main](do:select symbol main)\n\n"
                + "[Newest](do:kernel)\n\n[Compare](do:compare)\n\n```ask\nWhich?\n= " + fact + "\n```\n";
    }

    private static String head() {
        return "# Mine\n\nKit: " + KIT + "\n\n";
    }

    private static void accepts(String... answers) {
        for (String each : answers) {
            LessonHand.answer(each);
            LessonHand.accepted();
        }
    }

    private static void refuses(String... answers) {
        for (String each : answers) {
            LessonHand.answer(each);
            LessonHand.refused();
        }
    }

    /** A byte order mark, as some editors write, and answers with quotes, units, separators, in hex or as nm has them. */
    @Test
    void answersAreTakenAsPeopleWriteThem() {
        open("\ufeff" + head() + asking("word 10240"));
        accepts("10,240", " 10 240 bytes", "10.240 B", "0x28_00", "10 KiB", "`10240`");
        refuses("10240 KiB", "10.24", "0x10240", "-10240", "2800", "1".repeat(50));
        open(head() + asking("word Page"));
        accepts("Page", "\"page\"");
        refuses("pages", "");
        open(head() + asking("order-bits"));
        LessonHand.act("Open the Kit");
        accepts("15.3", "15,3 bits");
        refuses("NaN", "15.9", "15.3.1");
        open(head() + asking("address main"));
        Path kernel = LessonHand.relink("Relink", LessonHand.kit(KIT));
        String main = LessonHand.address(kernel, "main");
        accepts(main, main.substring(2), main.toUpperCase().replace("0X", "0x"), "0xffffffff_" + main.substring(10));
        accepts(Long.toUnsignedString(Long.parseUnsignedLong(main.substring(2), 16)));
        refuses(main + "0", "-" + main, main.substring(3));
    }

    /** Kernels that are deleted by hand, a project that is closed, and a disk that is cleaned lead to no dead end. */
    @Test
    void whatIsDeletedByHandIsToldOrMadeAgain() throws IOException, CoreException {
        open(head() + asking("address main"));
        IFile kit = LessonHand.kit(KIT);
        Path first = LessonHand.relink("Relink", kit);
        Path relinks = first.getParent();
        delete(relinks);
        LessonHand.act("Newest");
        Ui.within(1_000, () -> false);
        LessonHand.act("Compare");
        Ui.until("it says what is missing", () -> LessonHand.said().startsWith("Two relinks are compared"));
        LessonHand.relink("Relink", kit);
        LessonHand.act("Main");
        kit.getProject().close(null);
        LessonHand.refused();
        LessonHand.act("Open the Kit");
        Ui.until("the kit is open again", () -> Windows.shows("kit.objects"));
        assertTrue(kit.exists());
        Ui.run(() -> Ui.page().closeAllEditors(false));
        delete(kit.getProject().getLocation().toFile().toPath());
        LessonHand.act("Open the Kit");
        Ui.until("the kit was made again", () -> kit.exists() && Windows.shows("kit.objects"));
        LessonHand.reset();
        LessonHand.relink("Relink", kit);
    }

    private static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A reset takes what belongs to its own kit, and nothing of kits whose names begin like it. */
    @Test
    void aResetSparesKitsOfLongerNames() throws CoreException {
        open(head() + asking("objects"));
        LessonHand.act("Open the Kit");
        IFile kit = LessonHand.kit(KIT);
        Ui.until("the kit is open", kit::exists);
        IProject project = kit.getProject();
        List<String> others = List.of(
                KIT + "-two.kit",
                KIT + "-two-original-100.lab",
                KIT + "-two-100.lab",
                KIT + "-two-relinks",
                "ten-original-100.lab",
                "notes-of-" + KIT + ".txt");
        List<String> own = List.of(KIT + "-original-100.lab", KIT + "-three-100.lab", KIT + "-relinks");
        try {
            for (String name : others) {
                make(project, name);
            }
            for (String name : own) {
                make(project, name);
            }
            LessonHand.reset();
            List<String> left =
                    Arrays.stream(project.members()).map(IResource::getName).toList();
            assertTrue(left.containsAll(others), left::toString);
            assertTrue(kit.exists());
            own.stream()
                    .filter(name -> !name.endsWith("-relinks"))
                    .forEach(name -> assertFalse(left.contains(name), name));
            assertEquals(0, Demo.relinks(kit).size());
            assertFalse(project.getFolder(own.getLast()).getFile("old").exists());
        } finally {
            for (String name : others) {
                project.findMember(name).delete(true, null);
            }
        }
    }

    /** A file, or a folder with one. */
    private static void make(IProject project, String name) throws CoreException {
        IFile file = project.getFile(name);
        if (name.endsWith("-relinks")) {
            if (!project.getFolder(name).exists()) {
                project.getFolder(name).create(true, true, null);
            }
            file = project.getFolder(name).getFile("old");
        }
        file.create(new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)), true, null);
    }
}
