package org.karlworkbench.linker.script;

/** What stands directly in {@code SECTIONS}. */
public sealed interface SectionsCommand permits Assignment, Assertion, OutputSection {}
