package org.karlworkbench.packaging.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build does to the command's classes, so that Java makes none of its own at each start: it changes nothing. */
class QuickStartTest {
    private static final Path LIB = Program.ROOT.resolve("releng/org.karlworkbench.command/target/karl/lib");

    @TempDir
    private Path temp;

    @Test
    void aRelinkMakesNoSwitches() throws Exception {
        Path loaded = temp.resolve("loaded");
        List<?> words = List.of(
                Program.JAVA_HOME.resolve("bin/java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                LIB + "/*",
                "org.karlworkbench.cli.Main",
                "relink",
                Program.DEMO,
                "-o",
                temp.resolve("bsd"),
                "--linker",
                "builtin");
        Program relink = Program.run(temp, Program.login(Files.createDirectory(temp.resolve("home"))), words);
        assertEquals(0, relink.status(), relink.toString());
        List<String> made = Files.readAllLines(loaded).stream()
                .filter(line -> line.matches(".* org\\.karlworkbench\\S*\\$\\$TypeSwitch.*"))
                .toList();
        assertEquals(List.of(), made);
    }

    @Test
    void noClassAsksForThem() throws Exception {
        List<String> asked = new ArrayList<>();
        for (Class<?> type : classes()) {
            ClassModel model;
            try (InputStream in =
                    type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
                model = ClassFile.of().parse(in.readAllBytes());
            }
            for (MethodModel method : model.methods()) {
                method.code().stream()
                        .flatMap(CodeModel::elementStream)
                        .filter(InvokeDynamicInstruction.class::isInstance)
                        .map(InvokeDynamicInstruction.class::cast)
                        .map(call -> call.bootstrapMethod().owner().displayName() + "." + call.name())
                        .filter(call -> call.matches("ObjectMethods\\.(equals|hashCode)"))
                        .forEach(call -> asked.add(type.getName() + " " + call));
            }
        }
        assertEquals(List.of(), asked);
    }

    /** Values by which components can differ; null stands for all that is no number, and no record likes it everywhere. */
    private static List<Object> values(Class<?> type) {
        if (!type.isPrimitive()) {
            return type == String.class
                    ? Arrays.asList("a", "b", null)
                    : type == List.class ? List.of(List.of()) : nulls();
        }
        return switch (type.getName()) {
            case "boolean" -> List.of(false, true);
            case "byte" -> List.of((byte) 1, (byte) -1);
            case "char" -> List.of('a', 'b');
            case "short" -> List.of((short) 1, (short) 2);
            case "int" -> List.of(1, 2);
            case "long" -> List.of(1L, 1L << 32 | 1);
            case "float" -> List.of(0f, -0f, Float.NaN);
            default -> List.of(0d, -0d, Double.NaN);
        };
    }

    private static List<Object> nulls() {
        return Arrays.asList((Object) null);
    }

    @Test
    void recordsAreEqualWhereAllOfTheirComponentsAre() throws Exception {
        int tried = 0;
        for (Class<?> type : classes()) {
            boolean spelled = Stream.of(type.getDeclaredMethods())
                    .anyMatch(method -> method.isSynthetic() && method.getName().startsWith("equals$"));
            if (type.isRecord() && spelled) {
                tried += tryRecord(type) ? 1 : 0;
            }
        }
        assertTrue(tried > 100, tried + " records could be made of simple values");
    }

    /** Whether a record takes simple values. */
    private static boolean tryRecord(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] first = Stream.of(components)
                .map(component -> values(component.getType()).getFirst())
                .toArray();
        Object one = made(constructor, first);
        if (one == null) {
            return false;
        }
        assertEquals(one, made(constructor, first));
        assertEquals(hash(one), one.hashCode(), type.getName());
        assertNotEquals(null, one);
        assertNotEquals(one, "a word");
        for (int i = 0; i < components.length; i++) {
            for (Object value : values(components[i].getType()).stream().skip(1).toList()) {
                Object[] others = first.clone();
                others[i] = value;
                Object other = made(constructor, others);
                if (other != null) {
                    boolean same = components(one).equals(components(other)); // some make the best of what they get
                    assertEquals(same, one.equals(other), type.getName());
                    assertEquals(same, other.equals(one), type.getName());
                    assertEquals(other, made(constructor, others), "also NaN is equal to itself: " + type.getName());
                    assertEquals(hash(other), other.hashCode(), type.getName());
                }
            }
        }
        return true;
    }

    /** What Java's own records have. */
    private static int hash(Object made) throws ReflectiveOperationException {
        int hash = 0;
        for (Object component : components(made)) {
            hash = 31 * hash + Objects.hashCode(component);
        }
        return hash;
    }

    private static List<Object> components(Object made) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : made.getClass().getRecordComponents()) {
            Field field = made.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            values.add(field.get(made));
        }
        return values;
    }

    private static Object made(Constructor<?> constructor, Object[] values) throws ReflectiveOperationException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            return null; // it wants something better
        }
    }

    @Test
    void switchesBeginWhereTheyAreTold() throws Exception {
        int tried = 0;
        for (Class<?> type : classes()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isSynthetic() && method.getName().startsWith("typeSwitch$")) {
                    method.setAccessible(true);
                    assertEquals(-1, method.invoke(null, null, 0), "null");
                    tried++;
                    if (method.getParameterTypes()[0].isAssignableFrom(EOFException.class)) {
                        int labels = (int) method.invoke(null, new EOFException(), 1000);
                        int found = (int) method.invoke(null, new EOFException(), 0);
                        int next = (int) method.invoke(null, new EOFException(), found + 1);
                        assertTrue(
                                found == labels ? next == labels : next > found,
                                type + ": label " + next + " behind " + found + " of " + labels);
                    }
                }
            }
        }
        assertTrue(tried > 10, tried + " switches over types");
    }

    private static List<Class<?>> classes() throws IOException, ReflectiveOperationException {
        List<Class<?>> all = new ArrayList<>();
        List<Path> jars;
        try (Stream<Path> files = Files.list(LIB)) {
            jars = files.toList();
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        // stays open: classes are loaded one by one
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        for (Path jar : jars) {
            if (jar.getFileName().toString().startsWith("org.karlworkbench.")) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (String name :
                            file.stream().map(entry -> entry.getRealName()).toList()) {
                        if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                            all.add(Class.forName(name.replace('/', '.').replaceFirst("\\.class$", ""), false, loader));
                        }
                    }
                }
            }
        }
        return all;
    }
}
