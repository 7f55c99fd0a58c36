/** Painted widgets: shapes of {@code org.karlworkbench.picture} on SWT, with zoom, hover and selection. */
package org.karlworkbench.ui.canvas;
