/**
 * What differs between processors: how the relocations of their psABIs become fields, and how fields are computed and
 * written into bytes. One class for each machine; what they share is data.
 */
package org.karlworkbench.linker.machine;
