package org.karlworkbench.ui.open;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karlworkbench.kit.model.Finding;
import org.karlworkbench.kit.model.LinkKit;

/** Where a finding is, and so where a person goes from it. */
public sealed interface FindingPlace {
    /** What is settled by a recipe, and by nothing in the kit's files. */
    Set<String> OF_RECIPES = Set.of("low-gain", "loose-sections", "fixed-address", "unaligned-endboot");

    /** A place in a file of the kit. */
    Pattern LINE = Pattern.compile("line (\\d{1,9})");

    /** What a link to the place says. */
    String words();

    /**
     * A line of a text file.
     *
     * @param file the file
     * @param line the line, from 1; 0 for the whole file
     */
    record Line(Path file, int line) implements FindingPlace {
        @Override
        public String words() {
            return "Open " + file.getFileName() + (line > 0 ? " at line " + line : "");
        }
    }

    /**
     * An object of the kit.
     *
     * @param name its name
     */
    record ObjectRow(String name) implements FindingPlace {
        @Override
        public String words() {
            return "Show " + name + " in Objects";
        }
    }

    /**
     * The settings of a recipe.
     *
     * @param recipe its name, null for the one that is chosen
     */
    record Settings(String recipe) implements FindingPlace {
        @Override
        public String words() {
            return recipe == null ? "Go to Gaps & Architecture" : "Go to the recipe " + recipe;
        }
    }

    /** The kit as a whole. */
    record Kit() implements FindingPlace {
        @Override
        public String words() {
            return "";
        }
    }

    /**
     * The place of a finding.
     *
     * @param finding the finding
     * @param kit the kit with its objects, or null as long as it is not read
     */
    static FindingPlace of(Finding finding, LinkKit kit) {
        if (isText(finding)) {
            return new Line(Path.of(finding.getFile()), line(finding));
        }
        if (OF_RECIPES.contains(finding.getCode())) {
            return new Settings(finding.getCode().equals("low-gain") ? finding.getObject() : null);
        }
        boolean object = kit != null
                && kit.getObjects().stream().anyMatch(each -> each.getName().equals(finding.getObject()));
        return object ? new ObjectRow(finding.getObject()) : new Kit();
    }

    /** Whether it is about the words of a file, and not about an object, which is no text. */
    private static boolean isText(Finding finding) {
        return finding.getFile() != null && !finding.getCode().equals("bad-object");
    }

    private static int line(Finding finding) {
        Matcher line = LINE.matcher(finding.getPlace() == null ? "" : finding.getPlace());
        return line.matches() ? Integer.parseInt(line.group(1)) : 0;
    }
}
