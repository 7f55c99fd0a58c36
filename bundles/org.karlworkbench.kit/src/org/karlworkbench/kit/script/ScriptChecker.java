package org.karlworkbench.kit.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.elf.Printable;
import org.karlworkbench.kit.source.KitPath;

/** Checks a linker script and every file of the kit that it reads in, each once. */
public final class ScriptChecker {
    /** The most bytes that all scripts of a kit may have together. */
    public static final int LARGEST = 4 << 20;

    private static final int DEEPEST = 10;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_PATHS = 10_000;

    private final Path kit;
    private final Set<String> names = new HashSet<>();
    private final Set<Path> checked = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int bytes;
    private int paths;

    /**
     * What is wrong.
     *
     * @param file the script, relative to the kit
     * @param line the line, from 1; 0 for the whole file
     * @param command what stands there
     * @param reason why it is refused
     */
    public record Problem(String file, int line, String command, String reason) {}

    private ScriptChecker(Path kit) throws EngineException {
        this.kit = kit;
        try (Stream<Path> files = Files.list(kit)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw EngineException.io(kit, e);
        }
    }

    /**
     * Checks a script.
     *
     * @param script the script's file
     * @param kit the kit's folder
     * @return what is wrong; empty if nothing is. At most about a hundred problems
     * @throws EngineException code {@code io} if a file cannot be read
     */
    public static List<Problem> check(Path script, Path kit) throws EngineException {
        ScriptChecker checker = new ScriptChecker(kit);
        String name = script.startsWith(kit) ? kit.relativize(script).toString() : script.toString();
        String fault = KitPath.fault(kit, name);
        if (fault == null) {
            checker.file(script, 0);
        } else {
            checker.add(new Problem(name, 0, name, fault));
        }
        return List.copyOf(checker.problems);
    }

    private void file(Path file, int depth) throws EngineException {
        if (!checked.add(file.normalize())) {
            return;
        }
        String name = kit.relativize(file).toString();
        String text = read(file, name);
        if (text == null) {
            return;
        }
        if (text.indexOf('\0') >= 0) {
            add(new Problem(name, 0, name, "it is no text"));
            return;
        }
        One one = new One(name, depth);
        new ScriptCommands(text, one).run();
        for (Path inner : one.scripts) {
            file(inner, depth + 1);
        }
    }

    private String read(Path file, String name) throws EngineException {
        if (!Files.isRegularFile(file)) {
            add(new Problem(name, 0, name, Files.exists(file) ? "it is not a plain file" : "there is no such file"));
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST - bytes + 1);
            bytes += content.length;
            if (bytes > LARGEST) {
                add(new Problem(name, 0, name, "it has, with what it includes, more than " + LARGEST + " bytes"));
                bytes = LARGEST;
                return null;
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EngineException.io(file, e);
        }
    }

    private void add(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** What one script names. */
    private final class One implements ScriptCommands.Found {
        private final String file;
        private final int depth;
        private final List<Path> scripts = new ArrayList<>();

        One(String file, int depth) {
            this.file = file;
            this.depth = depth;
        }

        @Override
        public void forbidden(int line, String command, String reason) {
            add(new Problem(file, line, Printable.of(cut(command)), reason));
        }

        @Override
        public void include(ScriptToken name) {
            named(name, "INCLUDE ", false);
        }

        @Override
        public void input(ScriptToken name) {
            if (name.kind() == ScriptToken.Kind.QUOTED || KitPath.file(kit, name.text()) != null) {
                named(name, "INPUT ", true);
            } else {
                parts(name).forEach(part -> named(part, "INPUT ", true));
            }
        }

        /** A file that a command names has to be there, or the linker would look for it elsewhere. */
        private void named(ScriptToken name, String command, boolean mayBeObject) {
            String fault = KitPath.fault(kit, name.text());
            Path target = fault == null ? KitPath.file(kit, name.text()) : null;
            if (fault == null && target == null) {
                fault = "there is no such file in the kit";
            }
            if (fault == null) {
                follow(name, target, mayBeObject);
            } else {
                forbidden(name.line(), command + name.text(), fault);
            }
        }

        private void follow(ScriptToken name, Path target, boolean mayBeObject) {
            String magic = mayBeObject ? magic(target) : "";
            if (magic.startsWith("!<thin>")) {
                forbidden(name.line(), name.text(), "it is an archive whose members lie elsewhere");
            } else if (depth >= DEEPEST) {
                forbidden(name.line(), name.text(), "scripts read each other more than " + DEEPEST + " deep");
            } else if (!magic.startsWith("\u007fELF") && !magic.startsWith("!<arch>")) {
                scripts.add(target);
            }
        }

        private String magic(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                // reading it as a script tells what is wrong
                return "";
            }
        }

        @Override
        public void name(ScriptToken name) {
            possible(name);
            if (name.kind() == ScriptToken.Kind.WORD && name.text().indexOf(',') >= 0) {
                parts(name).forEach(this::possible);
            }
        }

        private static List<ScriptToken> parts(ScriptToken name) {
            return Stream.of(name.text().split(","))
                    .filter(part -> !part.isEmpty())
                    .map(part -> new ScriptToken(name.kind(), part, name.line(), name.offset()))
                    .toList();
        }

        private void possible(ScriptToken name) {
            String text = name.text();
            if (isWild(text) || text.equals("/DISCARD/")) {
                return;
            }
            if (!isPath(text)) {
                if (names.contains(text)) {
                    opened(name);
                }
            } else if (KitPath.leadsOutside(text)) {
                forbidden(name.line(), text, "it names a file outside the kit");
            } else if (++paths > MOST_PATHS) {
                forbidden(name.line(), text, "more than " + MOST_PATHS + " names with folders");
            } else {
                opened(name);
            }
        }

        /** Operators begin with a slash too, but are nothing else. */
        private static boolean isPath(String text) {
            return text.indexOf('/') >= 0 && !text.equals("/") && !text.equals("/=") || text.equals("..");
        }

        private static boolean isWild(String text) {
            return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
        }

        /**
         * GNU ld opens a name without wildcards that is not on its command line, and reads it as a script if it is no
         * object.
         */
        private void opened(ScriptToken name) {
            Path target = opened.add(name.text()) ? KitPath.file(kit, name.text()) : null;
            if (target == null) {
                return;
            }
            String fault = KitPath.fault(kit, name.text());
            if (fault == null) {
                follow(name, target, true);
            } else {
                forbidden(name.line(), name.text(), fault);
            }
        }
    }

    private static String cut(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "..." : text;
    }
}
