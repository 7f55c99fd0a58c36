/**
 * What relocated fields have to hold, computed from the formulas of each processor's ABI supplement. Nothing here is
 * shared with a linker but the numbers of relocation types: this is the witness of all linkers.
 */
package org.karlworkbench.verify.psabi;
