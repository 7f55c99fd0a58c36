package org.karlworkbench.architecture.tests;

import java.util.Set;

/**
 * One row of the table of rooms: a bundle and what it may use.
 *
 * @param name the bundle's name after {@code org.karlworkbench.}
 * @param rooms the rooms that it may use
 * @param libraries the libraries that it may use; the JDK is always allowed
 * @param engine true if it belongs to the shared engine or the command, which know no user interface
 */
record Room(String name, Set<String> rooms, Set<Library> libraries, boolean engine) {}
