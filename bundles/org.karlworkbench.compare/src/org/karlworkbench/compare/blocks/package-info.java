/** Blocks: the bytes of a kit whose mutual distances are the same in every draw. */
package org.karlworkbench.compare.blocks;
