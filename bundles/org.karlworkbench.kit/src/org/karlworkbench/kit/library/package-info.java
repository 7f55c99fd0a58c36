/** Reads libraries of objects, and takes from them what a kernel needs. */
package org.karlworkbench.kit.library;
