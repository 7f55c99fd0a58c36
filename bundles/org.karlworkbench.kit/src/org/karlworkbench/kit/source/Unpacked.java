package org.karlworkbench.kit.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What came out of an archive.
 *
 * @param folder where the kit's files are now; null if it was not clear which kit is meant
 * @param name the kit's name, or null
 * @param names the names of all kits in the archive
 */
public record Unpacked(Path folder, String name, List<String> names) {}
