package org.karlworkbench.architecture.tests;

/**
 * One thing that a bundle uses.
 *
 * @param name a bundle's symbolic name or a package
 * @param where the file that says so
 */
record Use(String name, String where) {}
