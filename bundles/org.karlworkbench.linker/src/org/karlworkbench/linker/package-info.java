/**
 * The built-in linker. {@link org.karlworkbench.linker.Template} is what all kernels of a kit share: its objects are read,
 * bound, grouped by the linker script and merged once. {@link org.karlworkbench.linker.BuiltInLinker} makes a kernel of it
 * for each draw: place, copy, relocate, write.
 */
package org.karlworkbench.linker;
