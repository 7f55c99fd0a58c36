package org.karlworkbench.kit.makefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what a Makefile says about the machine and about the configuration's name; both stand in several places. */
final class KernelNames {
    private static final List<String> FIRST = List.of("MACHINE", "_mach");
    private static final List<String> FOLDERS = List.of("S", "_machdir", "_archdir");
    private static final List<String> LAST = List.of("MACHINE_ARCH", "_arch");
    private static final List<String> KIT_FOLDERS = List.of("/relink/kernel/", "/share/compile/");
    private static final String ARCH = "arch/";
    private static final String CONFIG = "config ";
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_LINE = 400;

    private final Makefile makefile;

    KernelNames(Makefile makefile) {
        this.makefile = makefile;
    }

    /** Words that may name the machine, the likeliest first. */
    List<String> machines() {
        Set<String> found = new LinkedHashSet<>();
        for (String variable : FIRST) {
            addWord(found, makefile.expand(variable));
        }
        for (String variable : FOLDERS) {
            found.addAll(folders(makefile.expand(variable)).keySet());
        }
        for (String line : configLines()) {
            found.addAll(folders(line).keySet());
        }
        Map<String, Integer> all = folders(makefile.text());
        List<String> byCount = new ArrayList<>(all.keySet());
        byCount.sort((a, b) -> Integer.compare(all.get(b), all.get(a)));
        found.addAll(byCount);
        for (String variable : LAST) {
            addWord(found, makefile.expand(variable));
        }
        return List.copyOf(found);
    }

    private static void addWord(Set<String> found, String value) {
        String word = value.strip();
        if (!word.isEmpty() && nameEnd(word, 0) == word.length()) {
            found.add(word);
        }
    }

    /** The folders below any {@code arch/}, with how often each is named. */
    private static Map<String, Integer> folders(String text) {
        Map<String, Integer> found = new TreeMap<>();
        for (int at = text.indexOf(ARCH); at >= 0; at = text.indexOf(ARCH, at + 1)) {
            boolean whole = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int from = at + ARCH.length();
            int end = nameEnd(text, from);
            if (whole && end > from && end - from <= 32 && found.size() < 1000) {
                found.merge(text.substring(from, end), 1, Integer::sum);
            }
        }
        return found;
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    /** The configuration's name, or null. */
    String config() {
        String ofKit = ofUpdateLink();
        return ofKit != null ? ofKit : ofConfigLines();
    }

    /** The folder that the kit is copied to bears its name. */
    private String ofUpdateLink() {
        for (MakefileRule rule : makefile.rules()) {
            if (!rule.targets().contains("update-link")) {
                continue;
            }
            for (String line : rule.recipe()) {
                String name = kitFolder(makefile.expandText(line));
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String kitFolder(String line) {
        for (String folder : KIT_FOLDERS) {
            int at = line.indexOf(folder);
            int from = at + folder.length();
            int end = at < 0 ? 0 : nameEnd(line, from);
            if (at >= 0 && end > from && !line.substring(from, end).endsWith(".tgz")) {
                return line.substring(from, end);
            }
        }
        return null;
    }

    private String ofConfigLines() {
        for (String line : configLines()) {
            for (ShellCommand command : ShellCommand.split(line)) {
                String name = configArgument(command.words());
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    /** Lines that run config(8), or tell in a comment how it was run. */
    private List<String> configLines() {
        List<String> lines = new ArrayList<>();
        for (MakefileRule rule : makefile.rules()) {
            for (String line : rule.recipe()) {
                if (line.contains("config")) {
                    lines.add(makefile.expandText(line));
                }
            }
        }
        String text = makefile.text();
        for (int at = text.indexOf(CONFIG); at >= 0 && lines.size() < MOST_LINES; at = text.indexOf(CONFIG, at + 1)) {
            int from = text.lastIndexOf('\n', at) + 1;
            int end = text.indexOf('\n', at);
            String line = text.substring(from, Math.min(end < 0 ? text.length() : end, from + LONGEST_LINE));
            if (line.startsWith("#") || line.startsWith(CONFIG)) {
                lines.add(line.replace('#', ' ').replace('\'', ' ').replace('"', ' '));
            }
        }
        return lines;
    }

    /** The last plain word of a call of config(8); a call with -e edits a kernel and names no configuration. */
    private static String configArgument(List<String> words) {
        String command = words.getFirst();
        if (!command.equals("config") && !command.endsWith("/config") || words.contains("-e")) {
            return null;
        }
        String last = words.getLast();
        String name = last.substring(last.lastIndexOf('/') + 1);
        boolean plain = words.size() > 1
                && !name.isEmpty()
                && nameEnd(name, 0) == name.length()
                && !name.startsWith("-")
                && !words.contains("swap")
                && !words.contains("root");
        return plain && Character.isUpperCase(name.charAt(0)) ? name : null;
    }
}
