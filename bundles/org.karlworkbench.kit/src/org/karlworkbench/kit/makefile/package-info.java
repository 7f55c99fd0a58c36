/**
 * Reads a kernel's Makefile as config(8) writes it (KARL.md section J), without running make: nothing in it is ever
 * executed, no file it names is opened, and time and memory stay linear in its size.
 */
package org.karlworkbench.kit.makefile;
