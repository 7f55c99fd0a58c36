package org.karlworkbench.ui.demo;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/** The sample kits that come with the workbench. */
public final class Samples {
    private static final String PROPERTY = "org.karlworkbench.samples";
    private static final String FOLDER = "samples";

    private Samples() {}

    /**
     * The folder of a sample kit.
     *
     * @param name the kit's name, such as {@code demo-amd64}; nothing else is looked for
     * @return the folder; empty when there is no such sample
     */
    public static Optional<Path> kit(String name) {
        return folder().filter(_ -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
                .map(folder -> folder.resolve(name))
                .filter(Files::isDirectory);
    }

    /** The folder with the samples: a system property names it, else it lies in the product's own folder. */
    private static Optional<Path> folder() {
        try {
            String named = System.getProperty(PROPERTY);
            Location install = Platform.getInstallLocation();
            URL product = install == null ? null : install.getURL();
            Path folder = named != null
                    ? Path.of(named)
                    : product == null ? null : Path.of(product.getPath()).resolve(FOLDER);
            return Optional.ofNullable(folder).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
