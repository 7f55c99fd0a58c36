package org.karlworkbench.command;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/**
 * Makes jars fit for the Java machine's archive of loaded classes, which takes neither classes older than Java 6 nor
 * signed ones, and checks both anew at every start. picocli's classes are of Java 5 and become Java 8's; EMF's jars are
 * signed and lose their signatures. Without this a short command spends half of its time there. Manifests, which the machine
 * reads at every start and in which EMF's tell a digest of each file, become short ones; what {@link SpellOut} does, saves
 * another tenth.
 */
public final class Renew {
    private static final int WANTED = ClassFile.JAVA_8_VERSION;

    private static final String MANIFEST = "Manifest-Version: 1.0\r\n";
    /** Says that a jar has classes for newer Javas. */
    private static final String RELEASES = "Multi-Release: true\r\n";

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    private final ClassFile classes;

    private Renew(ClassHierarchyResolver types) {
        this.classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(types));
    }

    /**
     * Rewrites jars in place.
     *
     * @param args the jars
     * @throws IOException if a jar cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        List<URL> jars = new ArrayList<>();
        for (String jar : args) {
            jars.add(Path.of(jar).toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new))) {
            ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(loader);
            Renew renew = new Renew(
                    own.orElse(ClassHierarchyResolver.defaultResolver()).cached());
            for (String jar : args) {
                renew.renew(Path.of(jar));
            }
        }
    }

    private void renew(Path file) throws IOException {
        Path renewed = file.resolveSibling(file.getFileName() + ".new");
        try (JarFile jar = new JarFile(file.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(renewed))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (SIGNATURE.matcher(entry.getName()).matches()) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    copy(entry.getName(), in.readAllBytes(), out);
                }
            }
        }
        Files.move(renewed, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(String name, byte[] content, JarOutputStream jar) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        if (name.equals(JarFile.MANIFEST_NAME)) {
            boolean releases = new String(content, StandardCharsets.UTF_8).contains(RELEASES.strip());
            jar.write((MANIFEST + (releases ? RELEASES : "") + "\r\n").getBytes(StandardCharsets.UTF_8));
        } else {
            jar.write(name.endsWith(".class") ? renewed(content) : content);
        }
        jar.closeEntry();
    }

    private byte[] renewed(byte[] content) {
        ClassModel model = classes.parse(content);
        if (SpellOut.isFor(model)) {
            return classes.transformClass(model, SpellOut.of(model));
        }
        if (model.majorVersion() >= WANTED) {
            return content;
        }
        // handing each element on makes the code anew, with the stack maps that the newer format wants
        ClassTransform sameCode = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        ClassTransform newer = ClassTransform.endHandler(builder -> builder.withVersion(WANTED, 0));
        return classes.transformClass(model, sameCode.andThen(newer));
    }
}
