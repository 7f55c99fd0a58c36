/**
 * Machines: root directories with a kernel at {@code /bsd}, a kit to relink it from and the checksum by which both belong
 * together, which are installed, upgraded and booted as OpenBSD does it (KARL.md sections C to F), and never hold a
 * broken kernel, wherever they are stopped.
 */
package org.karlworkbench.machine;
