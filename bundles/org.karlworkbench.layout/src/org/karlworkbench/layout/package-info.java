/**
 * Where everything of a kernel lies. {@link org.karlworkbench.layout.Layout} reads it into flat tables;
 * {@link org.karlworkbench.layout.Places} says where each piece of each object lies, from a linker's map or from symbols.
 */
package org.karlworkbench.layout;
