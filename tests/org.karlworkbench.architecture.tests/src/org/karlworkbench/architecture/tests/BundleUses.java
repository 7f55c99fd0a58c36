package org.karlworkbench.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a bundle uses, read from its manifest and its sources. */
final class BundleUses {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final List<String> HEADERS =
            List.of("Require-Bundle", "Import-Package", "DynamicImport-Package", "Fragment-Host");
    private static final Pattern CLAUSE = Pattern.compile("(?:^|,)\\s*([\\w.\\-*]+)(?:[^,\"]|\"[^\"]*\")*");
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|//[^\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+(?:static\\s+|module\\s+)?([\\w.]+)");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])(?:[a-z]\\w*\\.){2,}[A-Z]");
    private static final Pattern TYPE_PART = Pattern.compile("\\.(?:[A-Z].*|\\*)$");

    private BundleUses() {}

    /** All that the bundle in {@code folder} names in its manifest and in the Java files under {@code src}. */
    static List<Use> of(Path folder) throws IOException {
        List<Use> uses = new ArrayList<>();
        if (Files.exists(folder.resolve(MANIFEST))) {
            uses.addAll(ofManifest(folder.resolve(MANIFEST)));
        }
        Path sources = folder.resolve("src");
        try (Stream<Path> files = Files.isDirectory(sources) ? Files.walk(sources) : Stream.empty()) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                uses.addAll(ofSource(Files.readString(file), file.toString()));
            }
        }
        return uses;
    }

    private static List<Use> ofManifest(Path file) throws IOException {
        List<Use> uses = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Manifest manifest = new Manifest(in);
            for (String header : HEADERS) {
                String value = manifest.getMainAttributes().getValue(header);
                Matcher clauses = CLAUSE.matcher(value == null ? "" : value);
                while (clauses.find()) {
                    uses.add(new Use(clauses.group(1), file + " " + header));
                }
            }
        }
        return uses;
    }

    /** The packages of the imports and of the types that the code names in full. */
    static List<Use> ofSource(String text, String where) {
        String code = NO_CODE.matcher(text).replaceAll(" ");
        List<Use> uses = new ArrayList<>();
        Matcher imports = IMPORT.matcher(code);
        while (imports.find()) {
            uses.add(new Use(packageOf(imports.group(1)), where));
        }
        Matcher names = QUALIFIED.matcher(IMPORT.matcher(code).replaceAll(" "));
        while (names.find()) {
            uses.add(new Use(packageOf(names.group()), where));
        }
        return uses;
    }

    private static String packageOf(String name) {
        return TYPE_PART.matcher(name).replaceFirst("");
    }
}
