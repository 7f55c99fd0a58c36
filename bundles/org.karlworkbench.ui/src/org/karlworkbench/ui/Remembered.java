package org.karlworkbench.ui;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/**
 * What dialogs, wizards and views remember of what was chosen last. The platform keeps it in a file of XML, which has no way
 * to hold every character that a name can have; so what a person or a file has named is kept as rows of words.
 */
public final class Remembered {
    /** Stands in no word, since words are written as in the address of a web page. */
    private static final String BETWEEN = " ";

    private Remembered() {}

    /**
     * The settings of one dialog; kept when the workbench ends. For numbers, choices and words of our own.
     *
     * @param name the dialog's name
     */
    public static IDialogSettings of(String name) {
        IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(Remembered.class))
                .getDialogSettings();
        return DialogSettings.getOrCreateSection(all, name);
    }

    /**
     * Rows of words of any characters, as they were kept; what cannot be read is forgotten.
     *
     * @param name the dialog's name
     * @param key which rows
     */
    public static List<List<String>> rows(String name, String key) {
        String[] lines = of(name).getArray(key);
        return Arrays.stream(lines == null ? new String[0] : lines)
                .filter(Objects::nonNull)
                .flatMap(Remembered::read)
                .toList();
    }

    /**
     * Keeps rows of words of any characters.
     *
     * @param name the dialog's name
     * @param key which rows
     * @param rows the words, one or more in each row
     */
    public static void keep(String name, String key, Stream<List<String>> rows) {
        of(name).put(key, rows.map(Remembered::line).toArray(String[]::new));
    }

    /**
     * A word of any characters, as it was kept.
     *
     * @param name the dialog's name
     * @param key which word
     * @param otherwise the word where none was kept
     */
    public static String word(String name, String key, String otherwise) {
        return rows(name, key).stream().map(List::getFirst).findFirst().orElse(otherwise);
    }

    /**
     * Keeps a word of any characters.
     *
     * @param name the dialog's name
     * @param key which word
     * @param word the word
     */
    public static void keepWord(String name, String key, String word) {
        keep(name, key, Stream.of(List.of(word)));
    }

    private static String line(List<String> row) {
        return row.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(BETWEEN));
    }

    private static Stream<List<String>> read(String line) {
        try {
            return Stream.of(Arrays.stream(line.split(BETWEEN, -1))
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList());
        } catch (IllegalArgumentException _) {
            return Stream.empty(); // written by another version, or by hand
        }
    }
}
