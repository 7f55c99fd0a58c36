/** Keeping a ledger: what lies in its folder, whether that is still what it should be, and taking relinks away. */
package org.karlworkbench.relink.ledger;
