package org.karlworkbench.architecture.tests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A third-party library as the table of rooms calls it, with the bundles and packages that belong to it. */
enum Library {
    EMF("EMF", List.of("org.eclipse.emf.common", "org.eclipse.emf.ecore", "org.eclipse.emf.ecore.xmi")),
    EMF_EDIT(
            "EMF edit",
            List.of(
                    "org.eclipse.emf.edit",
                    "org.eclipse.emf.common",
                    "org.eclipse.emf.ecore",
                    "org.eclipse.emf.ecore.xmi")),
    COMPRESS("commons-compress", List.of("org.apache.commons.commons-compress", "org.apache.commons.compress")),
    XZ("xz", List.of("org.tukaani.xz")),
    GSON("gson", List.of("com.google.gson")),
    PICOCLI("picocli", List.of("picocli")),
    NATTABLE("NatTable", List.of("org.eclipse.nebula.widgets.nattable")),
    COLLECTIONS("Eclipse Collections", List.of("org.eclipse.collections")),
    SWT("SWT", List.of("org.eclipse.swt")),
    PLATFORM(
            "the Eclipse platform",
            List.of(
                    "org.eclipse.swt",
                    "org.eclipse.jface",
                    "org.eclipse.text",
                    "org.eclipse.ui",
                    "org.eclipse.e4",
                    "org.eclipse.core",
                    "org.eclipse.equinox",
                    "org.eclipse.osgi",
                    "org.eclipse.help",
                    "org.eclipse.search",
                    "org.eclipse.compare",
                    "org.osgi"));

    private final String word;
    private final List<String> prefixes;

    Library(String word, List<String> prefixes) {
        this.word = word;
        this.prefixes = prefixes;
    }

    /** The library that the table calls {@code word}. */
    static Optional<Library> named(String word) {
        return Arrays.stream(values())
                .filter(library -> library.word.equals(word))
                .findFirst();
    }

    /** True if a bundle's symbolic name or a package belongs to this library. */
    boolean holds(String name) {
        return prefixes.stream().anyMatch(prefix -> Names.isWithin(name, prefix));
    }
}
