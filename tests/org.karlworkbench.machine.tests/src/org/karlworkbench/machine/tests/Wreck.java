package org.karlworkbench.machine.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a disk holds after a machine has stopped: names and contents apart, each either as it was last synced or as it
 * was last written. Names become durable with a sync of a folder that they are in, and then all that happened to the
 * same folders before (as every journal does it); contents with a sync of the file.
 */
final class Wreck {
    /** What is lost of that which was not synced. */
    enum Loss {
        /** Nothing. */
        NONE,
        /** All: names and contents. */
        ALL,
        /** The contents, though the names are there. */
        CONTENTS,
        /** A part of each write: behind some byte there are zeros. */
        TORN
    }

    /** A change of names; {@code node} is -1 where a name goes. */
    private record Change(int folder, String name, int node) {}

    /** Changes that happen together. */
    private record Names(List<Change> changes) {
        boolean touches(Set<Integer> folders) {
            return changes.stream().anyMatch(change -> folders.contains(change.folder()));
        }
    }

    private static final class Node {
        private Map<String, Integer> names; // null for a file
        private Map<String, Integer> durableNames;
        private byte[] content = new byte[0];
        private byte[] durable = new byte[0];
        private String mode;
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Names> pending = new ArrayList<>();

    /** The disk as it is, all of it durable. */
    Wreck(Path root) throws IOException {
        read(root, new HashMap<>());
    }

    private int read(Path path, Map<Object, Integer> known) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        if (known.containsKey(key)) {
            return known.get(key);
        }
        int number = add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        known.put(key, number);
        Node node = nodes.get(number);
        if (Files.isDirectory(path)) {
            node.names = new TreeMap<>();
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    node.names.put(entry.getFileName().toString(), read(entry, known));
                }
            }
            node.durableNames = new TreeMap<>(node.names);
        } else {
            node.content = Files.readAllBytes(path);
            node.durable = node.content;
        }
        return number;
    }

    private int add(String mode) {
        Node node = new Node();
        node.mode = mode;
        nodes.add(node);
        return nodes.size() - 1;
    }

    private int find(Path path) {
        int at = 0;
        for (Path name : path) {
            at = name.toString().isEmpty() ? at : nodes.get(at).names.get(name.toString());
        }
        return at;
    }

    private int folderOf(Path path) {
        return path.getParent() == null ? 0 : find(path.getParent());
    }

    /** Does one more operation. */
    void apply(Op op) {
        String name = op.path().getFileName().toString();
        switch (op.kind()) {
            case FOLDER -> {
                int made = add(op.mode());
                nodes.get(made).names = new TreeMap<>();
                nodes.get(made).durableNames = new TreeMap<>();
                change(new Change(folderOf(op.path()), name, made));
            }
            case CREATE -> {
                int made = add(op.mode());
                nodes.get(made).content = op.content();
                change(new Change(folderOf(op.path()), name, made));
            }
            case APPEND -> {
                Node node = nodes.get(find(op.path()));
                byte[] longer = Arrays.copyOf(node.content, node.content.length + op.content().length);
                System.arraycopy(op.content(), 0, longer, node.content.length, op.content().length);
                node.content = longer;
            }
            case SYNC -> sync(find(op.path()));
            case RENAME -> rename(op, name);
            case LINK ->
                change(new Change(folderOf(op.other()), op.other().getFileName().toString(), find(op.path())));
            case REMOVE -> change(new Change(folderOf(op.path()), name, -1));
            case MODE -> nodes.get(find(op.path())).mode = op.mode();
        }
    }

    private void rename(Op op, String name) {
        int node = find(op.path());
        int toFolder = folderOf(op.other());
        String toName = op.other().getFileName().toString();
        Integer there = nodes.get(toFolder).names.get(toName);
        if (there == null || there != node) { // of two names of one file, both stay
            change(new Change(folderOf(op.path()), name, -1), new Change(toFolder, toName, node));
        }
    }

    private void change(Change... changes) {
        for (Change change : changes) {
            put(nodes.get(change.folder()).names, change);
        }
        pending.add(new Names(List.of(changes)));
    }

    private static void put(Map<String, Integer> names, Change change) {
        if (change.node() < 0) {
            names.remove(change.name());
        } else {
            names.put(change.name(), change.node());
        }
    }

    private void sync(int number) {
        nodes.get(number).durable = nodes.get(number).content;
        Set<Integer> folders = new HashSet<>(Set.of(number));
        List<Names> settled = new ArrayList<>();
        for (Names names : pending.reversed()) {
            if (names.touches(folders)) {
                names.changes().forEach(change -> folders.add(change.folder()));
                settled.addFirst(names);
            }
        }
        pending.removeAll(settled);
        settled.stream()
                .flatMap(names -> names.changes().stream())
                .forEach(change -> put(nodes.get(change.folder()).durableNames, change));
    }

    /** Writes what is there after the stop into an empty folder; {@code cut} decides where writes are torn. */
    void build(Path folder, Loss loss, long cut) throws IOException {
        walk(loss, cut, new Visit() {
            private final Map<Integer, Path> built = new HashMap<>();

            @Override
            public void folder(String name, Node node) throws IOException {
                Path path = Files.createDirectories(folder.resolve(name));
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(node.mode));
            }

            @Override
            public void file(String name, Node node, int number, byte[] content) throws IOException {
                Path path = folder.resolve(name);
                if (built.containsKey(number)) {
                    Files.createLink(path, built.get(number));
                } else {
                    built.put(number, Files.write(path, content));
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(node.mode));
                }
            }
        });
    }

    /** What tells two states apart. */
    String tale(Loss loss, long cut) throws IOException {
        StringBuilder tale = new StringBuilder();
        walk(loss, cut, new Visit() {
            @Override
            public void folder(String name, Node node) {
                tale.append(name).append(' ').append(node.mode).append('\n');
            }

            @Override
            public void file(String name, Node node, int number, byte[] content) {
                tale.append(name).append(' ').append(node.mode).append(' ').append(number);
                tale.append(' ').append(Arrays.hashCode(content)).append('\n');
            }
        });
        return tale.toString();
    }

    /** Sees all names that are there, folders before what is in them. */
    private interface Visit {
        void folder(String name, Node node) throws IOException;

        void file(String name, Node node, int number, byte[] content) throws IOException;
    }

    private void walk(Loss loss, long cut, Visit visit) throws IOException {
        walk(0, "", loss, new Random(cut), visit);
    }

    private void walk(int number, String name, Loss loss, Random chance, Visit visit) throws IOException {
        Node node = nodes.get(number);
        if (node.names == null) {
            visit.file(name, node, number, content(node, loss, chance));
            return;
        }
        visit.folder(name, node);
        Map<String, Integer> names = loss == Loss.ALL ? node.durableNames : node.names;
        for (Map.Entry<String, Integer> each : names.entrySet()) {
            String path = name.isEmpty() ? each.getKey() : name + "/" + each.getKey();
            walk(each.getValue(), path, loss, chance, visit);
        }
    }

    private static byte[] content(Node node, Loss loss, Random chance) {
        return switch (loss) {
            case NONE -> node.content;
            case ALL, CONTENTS -> node.durable;
            case TORN -> {
                int written = node.content.length - node.durable.length;
                int kept = node.durable.length + (written > 0 ? chance.nextInt(written) : 0);
                yield written > 0
                        ? Arrays.copyOf(Arrays.copyOf(node.content, kept), node.content.length)
                        : node.content;
            }
        };
    }
}
